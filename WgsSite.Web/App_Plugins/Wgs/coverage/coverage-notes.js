import { html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { link } from './coverage-link.js';
import { entryOf, setNote, tidy } from './coverage-value.js';

const textOf = (editor, area) => entryOf(editor.value, area)?.note ?? '';

// All that is typed into one note is one step back.
const step = (area) => ({ kind: `note ${area}` });

export const noteButton = (editor, area, name) => {
  if (editor.readonly || textOf(editor, area) || editor.hasOpenNote(area)) return nothing;
  return link('+ Hinweis', `${name}: Hinweis schreiben`, () => editor.openNote(area, `note-${area}`));
};

export const note = (editor, area, name) => {
  const text = textOf(editor, area);
  if (!text && !editor.hasOpenNote(area)) return nothing;
  if (editor.readonly) return html`<p>Hinweis: ${text}</p>`;
  const limit = editor.region.longestNote;
  const type = (event) => {
    event.stopPropagation();
    editor.change(setNote(editor.value, area, event.target.value), '', step(area));
  };
  const leave = (event) => {
    event.stopPropagation();
    if (!event.target.value) close(editor, area);
  };
  return html`<div class="note"><label for="note-${area}">Hinweis für Mieterinnen und Mieter</label>
    <input type="text" id="note-${area}" aria-label="Hinweis für ${name}" aria-describedby="count-${area}" maxlength=${limit} .value=${text} @input=${type} @change=${leave}>
    <span class="small" id="count-${area}">${text.length} von ${limit} Zeichen</span></div>`;
};

const close = (editor, area) => {
  editor.closeNote(area);
  if (!area.startsWith('plz:')) editor.change(tidy(editor.value, area), '', step(area));
};
