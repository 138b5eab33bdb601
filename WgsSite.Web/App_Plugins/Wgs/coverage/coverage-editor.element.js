import { html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { loadRegion } from './coverage-api.js';
import { History } from './coverage-history.js';
import { kreisSection } from './coverage-list.js';
import { map } from './coverage-map.js';
import { hint, numbers, redundant, unknown, unreadable } from './coverage-notices.js';
import { Preview } from './coverage-preview.js';
import { WORDS, patterns, swatch } from './coverage-signs.js';
import { styles } from './coverage-editor.styles.js';
import { STATUSES, areaOf, isReadable, next, remove, setStatus, statusOf, worstOf } from './coverage-value.js';

const asText = (value) => JSON.stringify(value ?? undefined);

/**
 * Where a service can be had: the region's map beside the list of its places. Holds value, steps back and forth, and what
 * is open and pointed at; the modules beside it draw the parts, and call its public members.
 */
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
    _chosen: { state: true },
    _said: { state: true },
    _openNotes: { state: true },
    _openCodes: { state: true },
  };

  #history = new History();
  #text = asText(undefined);
  #serviceKey = null;
  #focusOn = null;
  #preview = new Preview(this, () => ({ serviceKey: this.#serviceKey, value: this.value, text: this.#text }));

  constructor() {
    super();
    this.readonly = false;
    this._region = null;
    this._regionFailed = false;
    this._chosen = null;
    this._said = '';
    this._openNotes = new Set();
    this._openCodes = new Set();
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.observe(workspace?.unique, (unique) => {
        this.#serviceKey = unique ?? null;
        this.#preview.askSoon();
      }, 'serviceKey');
      // After publishing, other numbers are the published ones.
      this.observe(workspace?.variants, () => this.#preview.askSoon(), 'variants');
    });
  }

  get value() { return super.value; }

  /** Given from outside: at the start, after saving, or when the client takes a value back. */
  set value(value) {
    const text = asText(value);
    super.value = value ?? undefined;
    if (text !== this.#text) {
      this.#text = text;
      this.#history.clear();
    }
    this.requestUpdate('value');
    this.#preview.askSoon();
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this._region) this.#loadRegion();
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

  // What the parts ask

  get region() { return this._region; }

  /** AGS of the place that is pointed at or in focus. */
  get chosen() { return this._chosen; }

  /** What the server says of the value as it is now; null until it has. */
  get answer() { return this.#preview.current; }

  stateOf(ags) {
    const place = this.#place(ags);
    return place && (this.answer?.byAgs.get(ags)?.status ?? worstOf(this.value, place));
  }

  wordsOf(place) {
    const words = this.answer?.byAgs.get(place.ags)?.words;
    return words ? words.charAt(0).toLowerCase() + words.slice(1) : WORDS[worstOf(this.value, place)];
  }

  hasOpenNote(area) { return this._openNotes.has(area); }

  hasOpenCodes(ags) { return this._openCodes.has(ags); }

  #place(ags) {
    for (const kreis of this._region.kreise) {
      const place = kreis.places.find((item) => item.ags === ags);
      if (place) return place;
    }
    return null;
  }

  // What editors do

  /**
   * @param said What happened, in words.
   * @param kind see {@link History.add}
   * @param focusOn Id of what has the focus afterwards.
   */
  change(value, said = '', { kind = null, focusOn = null } = {}) {
    if (this.readonly || asText(value) === this.#text) return;
    this.#focusOn = focusOn;
    this.#history.add(this.value, kind);
    this.#take(value, said);
  }

  removeOwn(area, said, focusOn) { this.change(remove(this.value, area), said, { focusOn }); }

  cycle(place) {
    if (this.readonly) return;
    const area = areaOf.place(place.ags);
    const status = next(statusOf(this.value, area));
    this._chosen = place.ags;
    this.change(setStatus(this.value, area, status), `${place.name}: jetzt ${WORDS[status]}.`);
  }

  point(ags) { this._chosen = ags; }

  openNote(area, focusOn) {
    this.#focusOn = focusOn;
    this._openNotes = new Set(this._openNotes).add(area);
  }

  closeNote(area) { this._openNotes = new Set([...this._openNotes].filter((open) => open !== area)); }

  toggleCodes(ags) {
    const open = new Set(this._openCodes);
    if (!open.delete(ags)) open.add(ags);
    this._openCodes = open;
  }

  #take(value, said) {
    super.value = value;
    this.#text = asText(value);
    this._said = said;
    this.requestUpdate('value');
    this.dispatchEvent(new UmbChangeEvent());
    this.#preview.askSoon();
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

  // How it looks

  render() {
    if (!isReadable(this.value)) return unreadable(this);
    if (this._regionFailed) return hint('region-failed', 'Die Orte der Region lassen sich gerade nicht laden. Ihre Angaben bleiben, wie sie sind.', 'Noch einmal versuchen', () => this.#loadRegion());
    if (!this._region) return html`<uui-loader></uui-loader><span class="sr" role="status">Die Orte werden geladen.</span>`;
    if (this._region.kreise.length === 0) return hint('no-places', 'Es ist noch kein Ort veröffentlicht. Legen Sie unter „Einsatzgebiete“ Orte an und veröffentlichen Sie sie; dann stehen sie hier.');
    return html`
      ${patterns()}
      ${this.#top()}
      ${this.#preview.hasFailed ? hint('preview-failed', 'Die Zahlen lassen sich gerade nicht berechnen. Sie können weiterarbeiten.', 'Noch einmal versuchen', () => this.#preview.ask()) : nothing}
      ${redundant(this)}
      ${unknown(this)}
      <div class="parts">
        <div class="where">
          ${this._region.outlines.length > 0 ? this.#map() : nothing}
        </div>
        <div class="list">${this._region.kreise.map((kreis) => kreisSection(this, kreis))}</div>
      </div>`;
  }

  #top() {
    return html`<div class="top">
      <div class="numbers" id="numbers" role="status">${numbers(this.#preview.last)}</div>
      ${this.readonly ? nothing : html`<div class="tools" role="group" aria-label="Änderungen">
        <uui-button id="undo" look="secondary" label="Rückgängig" title="Rückgängig (Strg+Z)" ?disabled=${!this.#history.canUndo} @click=${() => this.#undo()}><uui-icon name="icon-undo"></uui-icon> Rückgängig</uui-button>
        <uui-button id="redo" look="secondary" label="Wiederholen" title="Wiederholen (Strg+Y)" ?disabled=${!this.#history.canRedo} @click=${() => this.#redo()}><uui-icon name="icon-redo"></uui-icon> Wiederholen</uui-button>
      </div>`}
    </div>`;
  }

  #map() {
    const act = {
      click: (ags) => this.cycle(this.#place(ags)),
      point: (ags) => {
        this._chosen = ags;
        this._said = '';
      },
    };
    const place = this._chosen && this.#place(this._chosen);
    return html`
      ${map(this._region, (ags) => this.stateOf(ags), this._chosen, act)}
      <p class="said"><span id="said" role="status">${this._said}</span><span aria-hidden="true">${!this._said && place ? `${place.name}: ${this.wordsOf(place)}` : nothing}</span></p>
      <ul class="legend">${STATUSES.map((status) => html`<li>${swatch(status)} ${WORDS[status]}</li>`)}</ul>
      <p class="small">${this.readonly ? nothing : 'Ein Klick auf einen Ort schaltet weiter. In der Liste geht dasselbe auch mit der Tastatur.'}
      ${[this._region.note, this._region.attribution].filter(Boolean).join(' · ')}</p>`;
  }
}

customElements.define('wgs-coverage-editor', WgsCoverageEditorElement);
export default WgsCoverageEditorElement;
