import { html, nothing, repeat } from '@umbraco-cms/backoffice/external/lit';
import { note, noteButton } from './coverage-notes.js';
import { WORDS, sign } from './coverage-signs.js';
import { STATUSES, addException, areaOf, deciding, entriesOf, entryOf, isSound, removeWhere, setStatus, statusOf } from './coverage-value.js';
import { link } from './coverage-link.js';

// The list: one section per Kreis, one row per place. Does all that the map does, and more, with the keyboard too.
// Each function is given the editor, asks it for value and answer, and hands changes back to it.

const number = new Intl.NumberFormat('de-DE');
const placesIn = (count) => (count === 1 ? 'einem Ort' : `${count} Orten`);
const flatsOf = (place) => (place.flats === null ? 'Wohnungen unbekannt' : place.flats === 1 ? '1 Wohnung' : `${number.format(place.flats)} Wohnungen`);

export const kreisSection = (editor, kreis) => {
  const area = areaOf.kreis(kreis.code);
  const own = entryOf(editor.value, area);
  const beneath = entriesBeneath(editor.value, kreis);
  const differing = kreis.places.filter((place) => beneath.some((entry) => entry.area.endsWith(place.ags))).length;
  const id = `kreis-${kreis.code}`;
  const removeOwn = () => editor.removeOwn(area, `${kreis.name}: Angabe entfernt.`, `${id}-onRequest`);
  const alignPlaces = () => editor.change(
    removeWhere(editor.value, (entry) => beneath.includes(entry)),
    `${kreis.name}: Alle Orte sind jetzt wie der Kreis.`,
    { focusOn: `${id}-${statusOf(editor.value, area)}` });
  return html`<section class="kreis" aria-label=${kreis.name} data-kreis=${kreis.code}>
    <div class="row head">
      <h4>${kreis.name}</h4>
      ${states(editor, id, area, `Ganzer Kreis: ${kreis.name}`, (status) => set(editor, area, kreis.name, status))}
      <div class="more">
        <div class="line"><span class="origin ${own ? 'own' : ''}">${own ? `Ganzer Kreis: ${WORDS[own.status]}` : 'Keine Angabe für den ganzen Kreis, also auf Anfrage'}</span>
          ${own && !editor.readonly ? link('Entfernen', `${kreis.name}: Angabe für den Kreis entfernen`, removeOwn) : nothing}
          ${noteButton(editor, area, kreis.name)}
        </div>
        ${differing > 0 ? html`<div class="line"><span class="origin">In ${placesIn(differing)} gilt eine eigene Angabe.</span>
          ${editor.readonly ? nothing : link('Alle Orte wie der Kreis', `${kreis.name}: Alle Orte wie der Kreis`, alignPlaces)}</div>` : nothing}
        ${redundantLine(editor, area)}
        ${note(editor, area, kreis.name)}
      </div>
    </div>
    ${repeat(kreis.places, (place) => place.ags, (place) => placeRow(editor, place, kreis))}
  </section>`;
};

const placeRow = (editor, place, kreis) => {
  const area = areaOf.place(place.ags);
  const own = entryOf(editor.value, area);
  const id = `place-${place.ags}`;
  const exceptions = place.postalCodes.filter((code) => entryOf(editor.value, areaOf.code(code, place.ags)));
  const above = deciding(editor.value, areaOf.kreis(kreis.code));
  const inherited = above ? `wie der Kreis: ${WORDS[above.status]}` : 'ohne Angabe: auf Anfrage';
  const point = () => editor.point(place.ags);
  const removeOwn = () => editor.removeOwn(area, `${place.name}: ${inherited}.`, `${id}-${above?.status ?? 'onRequest'}`);
  return html`<div class="row ${editor.chosen === place.ags ? 'chosen' : ''}" data-ags=${place.ags} @pointerenter=${point} @pointerleave=${() => editor.point(null)} @focusin=${point}>
    <button type="button" class="place" ?disabled=${editor.readonly} aria-label="${place.name}: ${editor.wordsOf(place)}. Weiterschalten" @click=${() => editor.cycle(place)}>${sign(editor.stateOf(place.ags))}<span>${place.name}</span></button>
    ${states(editor, id, area, place.name, (status) => set(editor, area, place.name, status))}
    <div class="more">
      <div class="line"><span class="origin ${own ? 'own' : ''}">${own ? 'eigene Angabe' : inherited}</span><span class="origin">${flatsOf(place)}</span>
        ${editor.readonly ? nothing : html`
          ${own ? link(above ? 'Wieder wie der Kreis' : 'Entfernen', `${place.name}: eigene Angabe entfernen`, removeOwn) : nothing}
          ${noteButton(editor, area, place.name)}
          ${place.postalCodes.length > 1 && exceptions.length < place.postalCodes.length
            ? link('+ Ausnahme für eine Postleitzahl', `${place.name}: Ausnahme für eine Postleitzahl`, () => editor.toggleCodes(place.ags), editor.hasOpenCodes(place.ags))
            : nothing}`}
      </div>
      ${redundantLine(editor, area)}
      ${note(editor, area, place.name)}
      ${exceptions.map((code) => exception(editor, place, code))}
      ${exceptions.length > 0 ? html`<p class="origin">Auf der Website: ${editor.wordsOf(place)}</p>` : nothing}
      ${editor.hasOpenCodes(place.ags) && !editor.readonly ? codes(editor, place, exceptions) : nothing}
    </div>
  </div>`;
};

const codes = (editor, place, taken) => {
  const add = (code) => {
    editor.toggleCodes(place.ags);
    const status = statusOf(editor.value, areaOf.place(place.ags)) === 'notAvailable' ? 'available' : 'notAvailable';
    editor.change(addException(editor.value, areaOf.code(code, place.ags), status), `${place.name} ${code}: jetzt ${WORDS[status]}.`, { focusOn: `code-${code}-${place.ags}-${status}` });
  };
  return html`<div class="codes" role="group" aria-label="Postleitzahlen von ${place.name}"><span>Für welche Postleitzahl?</span>
    ${place.postalCodes.filter((code) => !taken.includes(code)).map((code) => html`<uui-button look="outline" label="Ausnahme für ${code}" @click=${() => add(code)}>${code}</uui-button>`)}</div>`;
};

const exception = (editor, place, code) => {
  const area = areaOf.code(code, place.ags);
  const name = `${place.name} ${code}`;
  const removeOwn = () => editor.removeOwn(area, `${name}: Ausnahme entfernt.`, `place-${place.ags}-${statusOf(editor.value, areaOf.place(place.ags))}`);
  return html`<div class="exception" data-area=${area}><strong>außer ${code}</strong>
    ${states(editor, `code-${code}-${place.ags}`, area, `Ausnahme für ${name}`, (status) => editor.change(addException(editor.value, area, status), `${name}: jetzt ${WORDS[status]}.`))}
    <div class="actions">
      ${editor.readonly ? nothing : link('Entfernen', `${name}: Ausnahme entfernen`, removeOwn)}
      ${noteButton(editor, area, name)}
    </div>
    <div class="more">${redundantLine(editor, area)}${note(editor, area, name)}</div>
  </div>`;
};

/** Three states as a group of radio buttons. */
const states = (editor, id, area, legend, act) => {
  const status = statusOf(editor.value, area);
  const own = entryOf(editor.value, area) !== undefined;
  return html`<fieldset class="states" id=${id}><legend class="sr">${legend}</legend>
    ${STATUSES.map((item) => html`<label class="${item === status ? 'on' : ''} ${own ? '' : 'inherited'}">
      <input type="radio" id="${id}-${item}" name=${id} value=${item} .checked=${item === status} ?disabled=${editor.readonly} @change=${() => act(item)}>
      ${sign(item)}<span>${WORDS[item]}</span></label>`)}
  </fieldset>`;
};

const redundantLine = (editor, area) =>
  (editor.answer?.redundant.includes(area) ? html`<p class="origin redundant" data-redundant=${area}><uui-icon name="icon-info"></uui-icon> Überflüssig: Ohne diese Angabe gilt dasselbe.</p>` : nothing);

const set = (editor, area, name, status) => editor.change(setStatus(editor.value, area, status), `${name}: jetzt ${WORDS[status]}.`);

const entriesBeneath = (value, kreis) => entriesOf(value).filter((entry) =>
  isSound(entry) && kreis.places.some((place) => entry.area === areaOf.place(place.ags) || (entry.area.startsWith('plz:') && entry.area.endsWith(`@${place.ags}`))));
