// Suggestions below the search field. Without this script the search works all the same.
const field = document.getElementById('q');
const list = document.createElement('datalist');
list.id = 'q-list';
field.after(list);
field.setAttribute('list', list.id);
let waiting, asked;
field.addEventListener('input', () => {
  clearTimeout(waiting);
  const text = field.value.trim();
  if (text.length < 3) return list.replaceChildren();
  waiting = setTimeout(async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch('/api/suche?q=' + encodeURIComponent(text), { signal: asked.signal });
      if (!answer.ok) return;
      const titles = await answer.json();
      list.replaceChildren(...titles.map((title) => new Option('', title)));
    } catch {
      // Nothing is suggested then.
    }
  }, 150);
});
