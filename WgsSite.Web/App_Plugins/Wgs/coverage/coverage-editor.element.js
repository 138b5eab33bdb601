import { html, nothing, repeat } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { loadPreview, loadRegion } from './coverage-api.js';
import { History } from './coverage-history.js';
import { map } from './coverage-map.js';
import { WORDS, patterns, sign, swatch } from './coverage-signs.js';
import { styles } from './coverage-editor.styles.js';
import {
  STATUSES, addException, areaOf, deciding, entriesOf, entryOf, isReadable, isSound, next, remove, removeWhere, setNote, setStatus, statusOf, tidy, worstOf,
} from './coverage-value.js';

const PREVIEW_DELAY = 150;
const number = new Intl.NumberFormat('de-DE');
const places = (count) => (count === 1 ? 'einem Ort' : `${count} Orten`);

/** Where a service can be had: the region's map beside the list of its places. */
export class WgsCoverageEditorElement extends UmbFormControlMixin(UmbLitElement, undefined) {
  static formAssociated = true;
  static styles = styles;
  static properties = {
    config: { attribute: false },
    readonly: { type: Boolean, reflect: true },
    mandatory: { type: Boolean },
    mandatoryMessage: { type: String },
    _region: { state: true },
    _regionFailed: { state: true },
    _preview: { state: true },
    _previewFailed: { state: true },
    _chosen: { state: true },
    _said: { state: true },
    _openNotes: { state: true },
    _openCodes: { state: true },
  };

  #history = new History();
  #text = JSON.stringify(undefined);
  #serviceKey = null;
  #timer = 0;
  #asking = null;
  #focusOn = null;

  constructor() {
    super();
    this.readonly = false;
    this._region = null;
    this._regionFailed = false;
    this._preview = null;
    this._previewFailed = false;
    this._chosen = null;
    this._said = '';
    this._openNotes = new Set();
    this._openCodes = new Set();
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.observe(workspace?.unique, (unique) => {
        this.#serviceKey = unique ?? null;
        this.#askSoon();
      }, 'serviceKey');
      // After publishing, other numbers are the published ones.
      this.observe(workspace?.variants, () => this.#askSoon(), 'variants');
    });
  }

  get value() { return super.value; }

  /** Given from outside: at the start, after saving, or when the client takes a value back. */
  set value(value) {
    const text = JSON.stringify(value ?? undefined);
    super.value = value ?? undefined;
    if (text !== this.#text) {
      this.#text = text;
      this.#history.clear();
    }
    this.requestUpdate('value');
    this.#askSoon();
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this._region) this.#loadRegion();
    this.#askSoon();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  updated() {
    if (!this.#focusOn) return;
    // What was pressed is gone with what it removed; whoever uses the keyboard goes on at the same place.
    this.shadowRoot.getElementById(this.#focusOn)?.focus();
    this.#focusOn = null;
  }

  async #loadRegion() {
    this._regionFailed = false;
    try {
      this._region = await loadRegion();
    } catch {
      this._regionFailed = true;
    }
  }

  #askSoon() {
    clearTimeout(this.#timer);
    if (!this.isConnected) return;
    this.#timer = setTimeout(() => this.#ask(), PREVIEW_DELAY);
  }

  async #ask() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    const text = this.#text;
    try {
      const preview = await loadPreview(this.#serviceKey, this.value, asking.signal);
      if (asking.signal.aborted) return;
      this._preview = { ...preview, text, byAgs: new Map(preview.places.map((place) => [place.ags, place])) };
      this._previewFailed = false;
    } catch {
      if (!asking.signal.aborted) this._previewFailed = true;
    }
  }

  /** @param said What happened, in words; @param kind see {@link History.add} */
  #change(value, said = '', kind = null) {
    if (this.readonly || JSON.stringify(value) === this.#text) return;
    this.#history.add(this.value, kind);
    this.#take(value, said);
  }

  #take(value, said) {
    super.value = value;
    this.#text = JSON.stringify(value);
    this._said = said;
    this.requestUpdate('value');
    this.dispatchEvent(new UmbChangeEvent());
    this.#askSoon();
  }

  #undo() {
    if (this.#history.canUndo && !this.readonly) this.#take(this.#history.undo(this.value), 'Rückgängig gemacht.');
  }

  #redo() {
    if (this.#history.canRedo && !this.readonly) this.#take(this.#history.redo(this.value), 'Wiederhergestellt.');
  }

  #onKey(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.readonly) return;
    // In a note, these keys belong to the text.
    if (event.composedPath()[0]?.type === 'text') return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.#undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) this.#redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // What is asked of the value

  get #answer() { return this._preview?.text === this.#text ? this._preview : null; }

  #place(ags) {
    for (const kreis of this._region.kreise) {
      const place = kreis.places.find((item) => item.ags === ags);
      if (place) return place;
    }
    return null;
  }

  #stateOf(ags) {
    const place = this.#place(ags);
    return place && (this.#answer?.byAgs.get(ags)?.status ?? worstOf(this.value, place));
  }

  #isRedundant(area) { return this.#answer?.redundant.includes(area) ?? false; }

  /** Numbers of the entries nobody can edit here: unreadable ones, repeated ones, places and codes the region does not have. */
  #unknownEntries() {
    const known = new Set(this._region.kreise.flatMap((kreis) => [
      areaOf.kreis(kreis.code),
      ...kreis.places.flatMap((place) => [areaOf.place(place.ags), ...place.postalCodes.map((code) => areaOf.code(code, place.ags))]),
    ]));
    return entriesOf(this.value)
      .map((entry, index) => ({ entry, index }))
      .filter(({ entry }) => !isSound(entry) || !known.has(entry.area) || entryOf(this.value, entry.area) !== entry);
  }

  // What editors do

  #set(area, name, status) {
    this.#change(setStatus(this.value, area, status), `${name}: jetzt ${WORDS[status]}.`);
  }

  #cycle(place) {
    if (this.readonly) return;
    const area = areaOf.place(place.ags);
    this._chosen = place.ags;
    this.#set(area, place.name, next(statusOf(this.value, area)));
  }

  #removeOwn(area, said, focusOn) {
    this.#focusOn = focusOn;
    this.#change(remove(this.value, area), said);
  }

  #alignPlaces(kreis) {
    const beneath = new Set(this.#entriesBeneath(kreis));
    this.#focusOn = `kreis-${kreis.code}-${statusOf(this.value, areaOf.kreis(kreis.code))}`;
    this.#change(removeWhere(this.value, (entry) => beneath.has(entry)), `${kreis.name}: Alle Orte sind jetzt wie der Kreis.`);
  }

  #entriesBeneath(kreis) {
    return entriesOf(this.value).filter((entry) => isSound(entry) && kreis.places.some((place) => entry.area === areaOf.place(place.ags) || (entry.area.startsWith('plz:') && entry.area.endsWith(`@${place.ags}`))));
  }

  #cleanUp() {
    const areas = new Set(this.#answer?.redundant ?? []);
    this.#change(removeWhere(this.value, (entry) => isSound(entry) && areas.has(entry.area)), areas.size === 1 ? '1 überflüssige Angabe entfernt.' : `${areas.size} überflüssige Angaben entfernt.`);
  }

  #toggle(name, key) {
    const open = new Set(this[name]);
    if (!open.delete(key)) open.add(key);
    this[name] = open;
  }

  // How it looks

  render() {
    if (!isReadable(this.value)) return this.#unreadable();
    if (this._regionFailed)
      return this.#hint(html`Die Orte der Region lassen sich gerade nicht laden. Ihre Angaben bleiben, wie sie sind.`, () => this.#loadRegion(), 'Noch einmal versuchen', 'region-failed');
    if (!this._region) return html`<uui-loader></uui-loader><span class="sr" role="status">Die Orte werden geladen.</span>`;
    if (this._region.kreise.length === 0)
      return this.#hint(html`Es ist noch kein Ort veröffentlicht. Legen Sie unter „Einsatzgebiete“ Orte an und veröffentlichen Sie sie; dann stehen sie hier.`, null, '', 'no-places');
    return html`
      ${patterns()}
      ${this.#top()}
      ${this._previewFailed ? this.#hint('Die Zahlen lassen sich gerade nicht berechnen. Sie können weiterarbeiten.', () => this.#ask(), 'Noch einmal versuchen', 'preview-failed') : nothing}
      ${this.#redundantHint()}
      ${this.#unknown()}
      <div class="parts">
        <div class="where">
          ${this._region.outlines.length > 0 ? this.#map() : nothing}
        </div>
        <div class="list">${this._region.kreise.map((kreis) => this.#kreis(kreis))}</div>
      </div>`;
  }

  #hint(text, act, label, id) {
    return html`<div class="hint" id=${id} role="status"><p>${text}</p>${act ? html`<uui-button look="secondary" label=${label} @click=${act}></uui-button>` : nothing}</div>`;
  }

  #unreadable() {
    return html`<div class="hint fault" id="unreadable"><p>Das gespeicherte Einsatzgebiet lässt sich nicht lesen. Auf der Website gilt so lange überall „auf Anfrage“.</p>
      ${this.readonly ? nothing : html`<uui-button look="secondary" label="Neu beginnen" @click=${() => this.#change(undefined, 'Das Einsatzgebiet ist jetzt leer.')}></uui-button>`}</div>`;
  }

  #top() {
    return html`<div class="top">
      <div class="numbers" id="numbers" role="status">${this.#numbers()}</div>
      ${this.readonly ? nothing : html`<div class="tools" role="group" aria-label="Änderungen">
        <uui-button id="undo" look="secondary" label="Rückgängig" title="Rückgängig (Strg+Z)" ?disabled=${!this.#history.canUndo} @click=${() => this.#undo()}><uui-icon name="icon-undo"></uui-icon> Rückgängig</uui-button>
        <uui-button id="redo" look="secondary" label="Wiederholen" title="Wiederholen (Strg+Y)" ?disabled=${!this.#history.canRedo} @click=${() => this.#redo()}><uui-icon name="icon-redo"></uui-icon> Wiederholen</uui-button>
      </div>`}
    </div>`;
  }

  #numbers() {
    const preview = this._preview;
    if (!preview) return nothing;
    const states = {
      paused: 'Die Leistung pausiert. Die Website zeigt dieses Gebiet erst wieder, wenn sie weiterläuft.',
      ended: 'Die Leistung ist beendet. Die Website zeigt dieses Gebiet nicht mehr.',
      new: 'Die Leistung ist noch nicht veröffentlicht.',
    };
    return html`
      ${preview.service ? html`<p class="figure">Diese Leistung: ${this.#share(preview.service)}</p>` : html`<p class="figure">Bei keinem Ort ist eingetragen, wie viele Wohnungen es dort gibt.</p>`}
      ${preview.all ? html`<p>Alle Leistungen zusammen: ${this.#share(preview.all)}${preview.all.paused.length > 0 ? html` <span class="small">Ohne ${preview.all.paused.join(', ')} (pausiert).</span>` : nothing}</p>` : nothing}
      ${states[preview.state] ? html`<p class="small">${states[preview.state]}</p>` : nothing}`;
  }

  #share(share) {
    const before = share.before !== null && share.before !== share.covered ? `, veröffentlicht: ${number.format(share.before)}` : '';
    return html`<strong>${number.format(share.covered)} von ${number.format(share.total)} Wohnungen sicher versorgt</strong> (${share.isRounded ? 'rund ' : ''}${share.percent}\u00A0%${before})`;
  }

  #redundantHint() {
    const count = this.#answer?.redundant.length ?? 0;
    if (count === 0) return nothing;
    return html`<div class="hint" id="redundant"><p>${count === 1 ? 'Eine Angabe ändert nichts: Ohne sie gilt dasselbe.' : `${count} Angaben ändern nichts: Ohne sie gilt dasselbe.`} Sie ${count === 1 ? 'ist' : 'sind'} unten mit „überflüssig“ gekennzeichnet.</p>
      ${this.readonly ? nothing : html`<uui-button id="clean-up" look="secondary" label="Aufräumen" @click=${() => this.#cleanUp()}></uui-button>`}</div>`;
  }

  #unknown() {
    const unknown = this.#unknownEntries();
    if (unknown.length === 0) return nothing;
    return html`<section class="kreis unknown" id="unknown" aria-label="Unbekannte Angaben">
      <div class="row head"><h4>Unbekannt</h4><p class="more small">Diese Angaben passen zu keinem Ort. Solange sie da sind, lässt sich die Seite nicht speichern.</p></div>
      ${unknown.map(({ entry, index }) => html`<div class="row"><div>
        <p>${this.#answer?.faults.find((fault) => fault.entry === index)?.message ?? `${index + 1}. Eintrag`}</p><code>${JSON.stringify(entry)}</code></div>
        ${this.readonly ? nothing : html`<uui-button look="secondary" label="${index + 1}. Eintrag entfernen" @click=${() => this.#change(removeWhere(this.value, (_, at) => at === index), `${index + 1}. Eintrag entfernt.`)}>Entfernen</uui-button>`}
      </div>`)}
    </section>`;
  }

  #map() {
    const act = {
      click: (ags) => this.#cycle(this.#place(ags)),
      point: (ags) => {
        this._chosen = ags;
        this._said = '';
      },
    };
    const place = this._chosen && this.#place(this._chosen);
    return html`
      ${map(this._region, (ags) => this.#stateOf(ags), this._chosen, act)}
      <p class="said"><span id="said" role="status">${this._said}</span><span aria-hidden="true">${!this._said && place ? `${place.name}: ${this.#wordsOf(place)}` : nothing}</span></p>
      <ul class="legend">${STATUSES.map((status) => html`<li>${swatch(status)} ${WORDS[status]}</li>`)}</ul>
      <p class="small">${this.readonly ? nothing : 'Ein Klick auf einen Ort schaltet weiter. In der Liste geht dasselbe auch mit der Tastatur.'}
      ${[this._region.note, this._region.attribution].filter(Boolean).join(' · ')}</p>`;
  }

  #wordsOf(place) {
    const words = this.#answer?.byAgs.get(place.ags)?.words;
    return words ? words.charAt(0).toLowerCase() + words.slice(1) : WORDS[worstOf(this.value, place)];
  }

  /** Three states as a group of radio buttons. */
  #states(id, area, name, legend, act) {
    const status = statusOf(this.value, area);
    const own = entryOf(this.value, area) !== undefined;
    return html`<fieldset class="states" id=${id}><legend class="sr">${legend}</legend>
      ${STATUSES.map((item) => html`<label class="${item === status ? 'on' : ''} ${own ? '' : 'inherited'}">
        <input type="radio" id="${id}-${item}" name=${id} value=${item} .checked=${item === status} ?disabled=${this.readonly} @change=${() => (act ? act(item) : this.#set(area, name, item))}>
        ${sign(item)}<span>${WORDS[item]}</span></label>`)}
    </fieldset>`;
  }

  #kreis(kreis) {
    const area = areaOf.kreis(kreis.code);
    const own = entryOf(this.value, area);
    const beneath = this.#entriesBeneath(kreis);
    const differing = kreis.places.filter((place) => beneath.some((entry) => entry.area.endsWith(place.ags))).length;
    const id = `kreis-${kreis.code}`;
    return html`<section class="kreis" aria-label=${kreis.name} data-kreis=${kreis.code}>
      <div class="row head">
        <h4>${kreis.name}</h4>
        ${this.#states(id, area, kreis.name, `Ganzer Kreis: ${kreis.name}`)}
        <div class="more">
          <div class="line"><span class="origin ${own ? 'own' : ''}">${own ? `Ganzer Kreis: ${WORDS[own.status]}` : 'Keine Angabe für den ganzen Kreis, also auf Anfrage'}</span>
            ${own && !this.readonly ? this.#link('Entfernen', `${kreis.name}: Angabe für den Kreis entfernen`, () => this.#removeOwn(area, `${kreis.name}: Angabe entfernt.`, `${id}-onRequest`)) : nothing}
            ${this.#noteButton(area, kreis.name)}
          </div>
          ${differing > 0 ? html`<div class="line"><span class="origin">In ${places(differing)} gilt eine eigene Angabe.</span>
            ${this.readonly ? nothing : this.#link('Alle Orte wie der Kreis', `${kreis.name}: Alle Orte wie der Kreis`, () => this.#alignPlaces(kreis))}</div>` : nothing}
          ${this.#redundantLine(area)}
          ${this.#note(area, kreis.name)}
        </div>
      </div>
      ${repeat(kreis.places, (place) => place.ags, (place) => this.#placeRow(place, kreis))}
    </section>`;
  }

  #placeRow(place, kreis) {
    const area = areaOf.place(place.ags);
    const own = entryOf(this.value, area);
    const id = `place-${place.ags}`;
    const exceptions = place.postalCodes.filter((code) => entryOf(this.value, areaOf.code(code, place.ags)));
    const above = deciding(this.value, areaOf.kreis(kreis.code));
    const inherited = above ? `wie der Kreis: ${WORDS[above.status]}` : 'ohne Angabe: auf Anfrage';
    const flats = place.flats === null ? 'Wohnungen unbekannt' : place.flats === 1 ? '1 Wohnung' : `${number.format(place.flats)} Wohnungen`;
    const point = () => { this._chosen = place.ags; };
    return html`<div class="row ${this._chosen === place.ags ? 'chosen' : ''}" data-ags=${place.ags} @pointerenter=${point} @pointerleave=${() => { this._chosen = null; }} @focusin=${point}>
      <button type="button" class="place" ?disabled=${this.readonly} aria-label="${place.name}: ${this.#wordsOf(place)}. Weiterschalten" @click=${() => this.#cycle(place)}>${sign(this.#stateOf(place.ags))}<span>${place.name}</span></button>
      ${this.#states(id, area, place.name, place.name)}
      <div class="more">
        <div class="line"><span class="origin ${own ? 'own' : ''}">${own ? 'eigene Angabe' : inherited}</span><span class="origin">${flats}</span>
          ${this.readonly ? nothing : html`
            ${own ? this.#link(above ? 'Wieder wie der Kreis' : 'Entfernen', `${place.name}: eigene Angabe entfernen`, () => this.#removeOwn(area, `${place.name}: ${inherited}.`, `${id}-${above?.status ?? 'onRequest'}`)) : nothing}
            ${this.#noteButton(area, place.name)}
            ${place.postalCodes.length > 1 && exceptions.length < place.postalCodes.length
              ? this.#link('+ Ausnahme für eine Postleitzahl', `${place.name}: Ausnahme für eine Postleitzahl`, () => this.#toggle('_openCodes', place.ags), this._openCodes.has(place.ags))
              : nothing}`}
        </div>
        ${this.#redundantLine(area)}
        ${this.#note(area, place.name)}
        ${exceptions.map((code) => this.#exception(place, code))}
        ${exceptions.length > 0 ? html`<p class="origin">Auf der Website: ${this.#wordsOf(place)}</p>` : nothing}
        ${this._openCodes.has(place.ags) && !this.readonly ? this.#codes(place, exceptions) : nothing}
      </div>
    </div>`;
  }

  #codes(place, taken) {
    const area = areaOf.place(place.ags);
    const add = (code) => {
      this.#toggle('_openCodes', place.ags);
      const status = statusOf(this.value, area) === 'notAvailable' ? 'available' : 'notAvailable';
      this.#focusOn = `code-${code}-${place.ags}-${status}`;
      this.#change(addException(this.value, areaOf.code(code, place.ags), status), `${place.name} ${code}: jetzt ${WORDS[status]}.`);
    };
    return html`<div class="codes" role="group" aria-label="Postleitzahlen von ${place.name}"><span>Für welche Postleitzahl?</span>
      ${place.postalCodes.filter((code) => !taken.includes(code)).map((code) => html`<uui-button look="outline" label="Ausnahme für ${code}" @click=${() => add(code)}>${code}</uui-button>`)}</div>`;
  }

  #exception(place, code) {
    const area = areaOf.code(code, place.ags);
    const id = `code-${code}-${place.ags}`;
    const name = `${place.name} ${code}`;
    return html`<div class="exception" data-area=${area}><strong>außer ${code}</strong>
      ${this.#states(id, area, name, `Ausnahme für ${name}`, (status) => this.#change(addException(this.value, area, status), `${name}: jetzt ${WORDS[status]}.`))}
      <div class="actions">
        ${this.readonly ? nothing : this.#link('Entfernen', `${name}: Ausnahme entfernen`, () => this.#removeOwn(area, `${name}: Ausnahme entfernt.`, `place-${place.ags}-${statusOf(this.value, areaOf.place(place.ags))}`))}
        ${this.#noteButton(area, name)}
      </div>
      <div class="more">${this.#redundantLine(area)}${this.#note(area, name)}</div>
    </div>`;
  }

  #redundantLine(area) {
    return this.#isRedundant(area) ? html`<p class="origin redundant" data-redundant=${area}><uui-icon name="icon-info"></uui-icon> Überflüssig: Ohne diese Angabe gilt dasselbe.</p>` : nothing;
  }

  #noteButton(area, name) {
    if (this.readonly || entryOf(this.value, area)?.note || this._openNotes.has(area)) return nothing;
    return this.#link('+ Hinweis', `${name}: Hinweis schreiben`, () => {
      this.#focusOn = `note-${area}`;
      this.#toggle('_openNotes', area);
    });
  }

  #note(area, name) {
    const note = entryOf(this.value, area)?.note ?? '';
    if (!note && !this._openNotes.has(area)) return nothing;
    if (this.readonly) return html`<p>Hinweis: ${note}</p>`;
    const limit = this._region.longestNote;
    return html`<div class="note"><label for="note-${area}">Hinweis für Mieterinnen und Mieter</label>
      <input type="text" id="note-${area}" aria-label="Hinweis für ${name}" aria-describedby="count-${area}" maxlength=${limit} .value=${note}
        @input=${(event) => { event.stopPropagation(); this.#change(setNote(this.value, area, event.target.value), '', `note ${area}`); }}
        @change=${(event) => { event.stopPropagation(); if (!event.target.value) this.#closeNote(area); }}>
      <span class="small" id="count-${area}">${note.length} von ${limit} Zeichen</span></div>`;
  }

  #closeNote(area) {
    const open = new Set(this._openNotes);
    open.delete(area);
    this._openNotes = open;
    if (!area.startsWith('plz:')) this.#change(tidy(this.value, area), '', `note ${area}`);
  }

  #link(text, label, act, expanded) {
    return html`<button type="button" class="link" aria-label=${label} aria-expanded=${expanded === undefined ? nothing : String(expanded)} @click=${act}>${text}</button>`;
  }
}

customElements.define('wgs-coverage-editor', WgsCoverageEditorElement);
export default WgsCoverageEditorElement;
