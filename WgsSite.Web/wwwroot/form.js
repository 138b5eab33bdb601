// Adds to a form that works without it: errors while a field is left, sending without a reload, who is responsible at
// once. Rules and words come with the page.
(() => {
  const find = (selector, within) => (within || document).querySelector(selector);
  let busy = false, asked = 0;

  const valueOf = (form, name) => form.elements[name] ? form.elements[name].value.replace(/\r\n?/g, "\n").trim() : "";

  const holds = (form, { rule, value }, text) =>
    rule === "required" ? text !== ""
    : rule === "ways" ? text !== "" || !value.includes(form.elements.reachBy ? valueOf(form, "reachBy") : "phone")
    : rule === "max" ? text.length <= value
    : text === "" || new RegExp(value).test(text);

  const check = (form, field) => {
    const holder = field.dataset.rules ? field : find("[data-rules]", field);
    if (!holder || !holder.dataset.rules) return;
    const name = holder.dataset.name || holder.name, id = name + "-error";
    // What is not asked for cannot be wrong.
    const broken = field.offsetParent && JSON.parse(holder.dataset.rules).find(rule => !holds(form, rule, valueOf(form, name)));
    const described = (holder.getAttribute("aria-describedby") || "").split(" ").filter(other => other && other !== id);
    if (document.getElementById(id)) document.getElementById(id).remove();
    field.classList.toggle("error", !!broken);
    const mark = (name, value) => value ? holder.setAttribute(name, value) : holder.removeAttribute(name);
    mark("aria-invalid", broken && holder.name && "true");
    if (broken) {
      const error = Object.assign(document.createElement("strong"), { id, textContent: form.dataset.prefix + " " + broken.message });
      (find(".hint", field) || find("label,legend", field)).after(error);
      described.push(id);
    }
    mark("aria-describedby", described.join(" "));
  };

  const post = async (form, body) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 45000);
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body), signal: stop.signal });
    return { answer, page: answer.redirected ? null : new DOMParser().parseFromString(await answer.text(), "text/html") };
  };

  const showRecipient = async form => {
    const mine = ++asked, data = { wer: 1 };
    for (const name of ["token", "topic", "service", "place"]) data[name] = valueOf(form, name);
    try {
      const { page } = await post(form, data);
      const fresh = find("#empfaenger", page), about = find("#leistung", form);
      if (mine !== asked || !fresh) return;
      find("#empfaenger", form).innerHTML = fresh.innerHTML;
      if (about) about.hidden = !find("#leistung", page);
    } catch (e) {
      // No connection: sending will tell.
    }
  };

  const tell = box => {
    if (find("#fehler")) find("#fehler").remove();
    find(".head").prepend(box);
    box.focus();
  };

  const notSent = () => tell(document.importNode(find("#offline").content, true).firstElementChild);

  const send = async form => {
    // What is typed now would be lost.
    const hold = isHeld => {
      busy = isHeld;
      form.querySelectorAll("input,textarea").forEach(input => input.readOnly = isHeld);
      find("[role=status]", form).textContent = isHeld ? form.dataset.sending : "";
    };
    const rest = () => hold(false);
    const body = new FormData(form);
    hold(true);
    try {
      const { answer, page } = await post(form, body);
      if (!page) {
        addEventListener("pageshow", rest);
        return location.assign(answer.url);
      }
      const box = find("#fehler", page);
      rest();
      if (box) box.removeAttribute("autofocus");
      if (box && [422, 429, 503].includes(answer.status)) {
        document.title = page.title;
        find("main").innerHTML = find("main", page).innerHTML;
        begin();
        find("#fehler").focus();
      } else if (box) tell(box);
      else notSent();
    } catch (e) {
      rest();
      notSent();
    }
  };

  const begin = () => {
    const form = find("form.ask");
    if (!form || !window.fetch || !window.AbortController) return;
    if (find(".who", form)) find(".who", form).remove();
    const on = (type, act) => form.addEventListener(type, event => act(event.target, event.target.closest(".field"), event));
    // On the way to a button nothing may move: the click would miss it.
    on("focusout", (input, field, event) => {
      const leaves = !event.relatedTarget || event.relatedTarget.type !== "submit";
      if (field && leaves && input.type !== "radio" && (input.value || field.matches(".error"))) check(form, field);
    });
    on("input", (input, field) => field && field.matches(".error") && check(form, field));
    on("change", input => {
      if (/topic|place/.test(input.name)) showRecipient(form);
      // Another way of answering asks for another field.
      if (input.name === "reachBy") form.querySelectorAll(".error").forEach(field => check(form, field));
    });
    on("submit", (_, __, event) => {
      event.preventDefault();
      if (!busy) send(form);
    });
  };

  begin();
})();
