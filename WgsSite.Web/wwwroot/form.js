// What a browser can add to a form that works without it: errors while a field is left, sending without a reload, and who
// is responsible as soon as topic or place change. The rules and every word come from the server with the page.
(() => {
  const find = (selector, within) => (within || document).querySelector(selector);
  let busy = false;

  const valueOf = (form, name) => {
    const control = form.elements[name];
    return control ? control.value.replace(/\r\n?/g, "\n").trim() : "";
  };

  const holds = (form, rule, value) => {
    if (rule.rule === "required") return value !== "";
    if (rule.rule === "ways") return value !== "" || !rule.value.includes(form.elements.reachBy ? valueOf(form, "reachBy") : "phone");
    if (rule.rule === "max") return value.length <= rule.value;
    return value === "" || new RegExp(rule.value).test(value);
  };

  const check = (form, field) => {
    const holder = field.dataset.rules ? field : find("[data-rules]", field);
    if (!holder) return;
    const name = holder.dataset.name || holder.name;
    const broken = JSON.parse(holder.dataset.rules).find(rule => !holds(form, rule, valueOf(form, name)));
    const id = name + "-error";
    let error = document.getElementById(id);
    const others = (holder.getAttribute("aria-describedby") || "").split(" ").filter(other => other && other !== id);
    field.classList.toggle("error", !!broken);
    if (broken) {
      if (!error) {
        error = document.createElement("strong");
        error.id = id;
        const before = find(".hint", field) || find("label,legend", field);
        before.after(error);
      }
      error.textContent = form.dataset.prefix + " " + broken.message;
      others.push(id);
      holder.setAttribute("aria-invalid", "true");
    } else {
      if (error) error.remove();
      holder.removeAttribute("aria-invalid");
    }
    if (others.length) holder.setAttribute("aria-describedby", others.join(" "));
    else holder.removeAttribute("aria-describedby");
  };

  const read = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

  const showRecipient = async form => {
    const query = new URLSearchParams({ thema: valueOf(form, "topic"), leistung: valueOf(form, "service"), ort: valueOf(form, "place") });
    try {
      const answer = await fetch(form.action + "?" + query);
      const fresh = find("#empfaenger", await read(answer));
      if (answer.ok && fresh) find("#empfaenger", form).innerHTML = fresh.innerHTML;
    } catch (e) {
      // Without a connection the box keeps what it says; sending will tell.
    }
  };

  const tell = box => {
    const old = find("#fehler");
    if (old) old.remove();
    find(".head").prepend(box);
    box.focus();
  };

  const notSent = form => {
    const [heading, text] = form.dataset.offline.split("|");
    const box = document.createElement("div");
    box.className = "box summary";
    box.id = "fehler";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    box.append(Object.assign(document.createElement("h2"), { textContent: heading }), Object.assign(document.createElement("p"), { textContent: text }));
    tell(box);
  };

  const send = async form => {
    busy = true;
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.redirected) {
        location.assign(answer.url);
        return;
      }
      const page = await read(answer);
      const box = find("#fehler", page);
      if ([422, 429, 503].includes(answer.status) && find("form.ask", page)) {
        document.title = page.title;
        box.removeAttribute("autofocus");
        find("main").innerHTML = find("main", page).innerHTML;
        begin();
        find("#fehler").focus();
      } else if (box) {
        tell(box);
      } else {
        notSent(form);
      }
    } catch (e) {
      notSent(form);
    }
    busy = false;
    form.removeAttribute("aria-busy");
  };

  const begin = () => {
    const form = find("form.ask");
    if (!form) return;
    const who = find(".who", form);
    if (who) who.remove();
    const fieldOf = event => event.target.closest(".field");
    form.addEventListener("focusout", event => {
      const field = fieldOf(event);
      if (field && event.target.type !== "radio" && (event.target.value || field.matches(".error"))) check(form, field);
    });
    form.addEventListener("input", event => {
      const field = fieldOf(event);
      if (field && field.matches(".error")) check(form, field);
    });
    form.addEventListener("change", event => {
      if (event.target.name === "topic" || event.target.name === "place") showRecipient(form);
      // Another way of answering asks for another field.
      if (event.target.name === "reachBy") form.querySelectorAll(".error").forEach(field => check(form, field));
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      if (!busy) send(form);
    });
  };

  begin();
})();
