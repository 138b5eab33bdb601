import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

/** What stands beside a tree before anything is chosen in it. */
export class SectionStart extends UmbLitElement {
  static styles = css`
    :host {
      display: grid;
      place-items: center;
      height: 100%;
      padding: var(--uui-size-layout-1);
      box-sizing: border-box;
      text-align: center;
      color: var(--uui-color-text-alt);
      /* Seen only where nothing else comes. */
      opacity: 0;
      animation: appear 200ms 1s forwards;
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `;

  render() {
    return html`<p>${this.localize.term('host_chooseInTree')}</p>`;
  }
}

customElements.define('host-section-start', SectionStart);
