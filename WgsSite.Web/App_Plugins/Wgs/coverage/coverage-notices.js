import { html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { entriesOf, entryOf, isSound, areaOf, removeWhere } from './coverage-value.js';

const number = new Intl.NumberFormat('de-DE');

const STATES = {
  paused: 'Die Leistung pausiert. Die Website zeigt dieses Gebiet erst wieder, wenn sie weiterläuft.',
  ended: 'Die Leistung ist beendet. Die Website zeigt dieses Gebiet nicht mehr.',
  new: 'Die Leistung ist noch nicht veröffentlicht.',
};

export const hint = (id, text, label, act) =>
  html`<div class="hint" id=${id} role="status"><p>${text}</p>${act ? html`<uui-button look="secondary" label=${label} @click=${act}></uui-button>` : nothing}</div>`;

/** A value that is no coverage at all. */
export const unreadable = (editor) => html`<div class="hint fault" id="unreadable"><p>Das gespeicherte Einsatzgebiet lässt sich nicht lesen. Auf der Website gilt so lange überall „auf Anfrage“.</p>
  ${editor.readonly ? nothing : html`<uui-button look="secondary" label="Neu beginnen" @click=${() => editor.change(undefined, 'Das Einsatzgebiet ist jetzt leer.')}></uui-button>`}</div>`;

/** How many flats are served, by this service and by all. */
export const numbers = (preview) => {
  if (!preview) return nothing;
  return html`
    ${preview.service ? html`<p class="figure">Diese Leistung: ${share(preview.service)}</p>` : html`<p class="figure">Bei keinem Ort ist eingetragen, wie viele Wohnungen es dort gibt.</p>`}
    ${preview.all ? html`<p>Alle Leistungen zusammen: ${share(preview.all)}${preview.all.paused.length > 0 ? html` <span class="small">Ohne ${preview.all.paused.join(', ')} (pausiert).</span>` : nothing}</p>` : nothing}
    ${STATES[preview.state] ? html`<p class="small">${STATES[preview.state]}</p>` : nothing}`;
};

const share = (part) => {
  const before = part.before !== null && part.before !== part.covered ? `, veröffentlicht: ${number.format(part.before)}` : '';
  return html`<strong>${number.format(part.covered)} von ${number.format(part.total)} Wohnungen sicher versorgt</strong> (${part.isRounded ? 'rund ' : ''}${part.percent}\u00A0%${before})`;
};

/** Entries without which the same would be true. */
export const redundant = (editor) => {
  const areas = new Set(editor.answer?.redundant ?? []);
  const count = editor.answer?.redundant.length ?? 0;
  if (count === 0) return nothing;
  const cleanUp = () => editor.change(
    removeWhere(editor.value, (entry) => isSound(entry) && areas.has(entry.area)),
    areas.size === 1 ? '1 überflüssige Angabe entfernt.' : `${areas.size} überflüssige Angaben entfernt.`);
  return html`<div class="hint" id="redundant"><p>${count === 1 ? 'Eine Angabe ändert nichts: Ohne sie gilt dasselbe.' : `${count} Angaben ändern nichts: Ohne sie gilt dasselbe.`} Sie ${count === 1 ? 'ist' : 'sind'} unten mit „überflüssig“ gekennzeichnet.</p>
    ${editor.readonly ? nothing : html`<uui-button id="clean-up" look="secondary" label="Aufräumen" @click=${cleanUp}></uui-button>`}</div>`;
};

/** Entries nobody can edit here: unreadable ones, repeated ones, places and codes the region does not have. */
export const unknown = (editor) => {
  const entries = unknownEntries(editor.value, editor.region);
  if (entries.length === 0) return nothing;
  return html`<section class="kreis unknown" id="unknown" aria-label="Unbekannte Angaben">
    <div class="row head"><h4>Unbekannt</h4><p class="more small">Diese Angaben passen zu keinem Ort. Solange sie da sind, lässt sich die Seite nicht speichern.</p></div>
    ${entries.map(({ entry, index }) => html`<div class="row"><div>
      <p>${editor.answer?.faults.find((fault) => fault.entry === index)?.message ?? `${index + 1}. Eintrag`}</p><code>${JSON.stringify(entry)}</code></div>
      ${editor.readonly ? nothing : html`<uui-button look="secondary" label="${index + 1}. Eintrag entfernen" @click=${() => editor.change(removeWhere(editor.value, (_, at) => at === index), `${index + 1}. Eintrag entfernt.`)}>Entfernen</uui-button>`}
    </div>`)}
  </section>`;
};

const unknownEntries = (value, region) => {
  const known = new Set(region.kreise.flatMap((kreis) => [
    areaOf.kreis(kreis.code),
    ...kreis.places.flatMap((place) => [areaOf.place(place.ags), ...place.postalCodes.map((code) => areaOf.code(code, place.ags))]),
  ]));
  return entriesOf(value)
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => !isSound(entry) || !known.has(entry.area) || entryOf(value, entry.area) !== entry);
};
