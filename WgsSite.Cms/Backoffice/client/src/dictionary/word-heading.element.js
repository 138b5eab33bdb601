import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_DICTIONARY_WORKSPACE_CONTEXT, UmbDictionaryTreeRepository } from '@umbraco-cms/backoffice/dictionary';

/** Which word is open: what it says, and above it the group it belongs to. */
export class WordHeading extends UmbLitElement {
  static properties = { _text: { state: true }, _group: { state: true } };

  static styles = css`
    :host {
      flex: 1 1 auto;
      min-width: 0;
    }
    p,
    h3 {
      margin: 0;
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
      line-height: 1.4;
    }
    p {
      color: var(--uui-color-text-alt);
    }
  `;

  #unique;

  constructor() {
    super();
    this.consumeContext(UMB_DICTIONARY_WORKSPACE_CONTEXT, (context) => this.observe(context?.dictionary, (word) => this.#show(word), 'word'));
  }

  async #show(word) {
    this._text = word?.name;
    if (word?.unique === this.#unique) return;
    const unique = (this.#unique = word?.unique);
    this._group = '';
    if (!unique) return;
    const { data } = await new UmbDictionaryTreeRepository(this).requestTreeItemAncestors({ treeItem: { unique, entityType: 'dictionary' } });
    if (unique === this.#unique) this._group = data?.filter((item) => item.unique !== unique).map((item) => item.name).join(' › ');
  }

  render() {
    return html`${this._group ? html`<p>${this._group}</p>` : nothing}<h3 title=${this._text ?? ''}>${this._text}</h3>`;
  }
}

customElements.define('host-word-heading', WordHeading);
