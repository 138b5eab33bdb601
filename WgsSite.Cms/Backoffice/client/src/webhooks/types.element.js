import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { typesOf } from './server.js';

/** Types of documents or media to choose from, all at a glance: there is no tree of them here. */
export class WebhookTypes extends UmbLitElement {
  static properties = { kind: {}, selection: { attribute: false }, _types: { state: true } };

  willUpdate(changed) {
    if (changed.has('kind') && this.kind) this.#load();
  }

  async #load() {
    const kind = this.kind;
    const { data } = await typesOf(this, kind);
    if (data && kind === this.kind) this._types = data.items.filter((type) => !type.isElement);
  }

  #choose(id, isChosen) {
    const others = (this.selection ?? []).filter((key) => key !== id);
    this.selection = isChosen ? [...others, id] : others;
    this.dispatchEvent(new UmbChangeEvent());
  }

  render() {
    return html`<div role="group" aria-label=${this.localize.term('webhooks_contentType')}>
      ${this._types?.map(
        ({ id, name }) => html`<uui-checkbox label=${this.localize.string(name)} .checked=${this.selection?.includes(id) ?? false} @change=${(event) => this.#choose(id, event.target.checked)}></uui-checkbox>`,
      )}
    </div>`;
  }

  static styles = css`
    div {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
      gap: 0 var(--uui-size-space-4);
    }
  `;
}

customElements.define('host-webhook-types', WebhookTypes);
