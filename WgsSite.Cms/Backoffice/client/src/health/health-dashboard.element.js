import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

const looks = {
  Good: { icon: 'check', color: 'var(--uui-color-positive)' },
  Warning: { icon: 'alert', color: 'var(--uui-color-warning-standalone)' },
  Bad: { icon: 'remove', color: 'var(--uui-color-danger)' },
};

/** What of the site is as it should be, and what somebody has to do something about. */
export class HealthDashboard extends UmbLitElement {
  static properties = { _checks: { state: true }, _waiting: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this._waiting = true;
    const { data } = await tryExecute(this, umbHttpClient.get({ url: '/umbraco/management/api/v1/site-health', security: [{ scheme: 'bearer', type: 'http' }] }));
    this._waiting = false;
    if (data) this._checks = data;
  }

  render() {
    return html`
      <uui-box headline=${this.localize.term('host_health')}>
        <uui-button slot="header-actions" look="outline" label=${this.localize.term('host_healthAgain')} .state=${this._waiting ? 'waiting' : undefined} @click=${this.#load}></uui-button>
        ${this._checks ? html`<ul>${this._checks.map((check) => this.#check(check))}</ul>` : html`<uui-loader></uui-loader>`}
      </uui-box>
    `;
  }

  #check({ name, state, message, findings }) {
    const { icon, color } = looks[state];
    return html`<li data-state=${state}>
      <uui-icon-registry-essential><uui-icon name=${icon} style="color: ${color}"></uui-icon></uui-icon-registry-essential>
      <div>
        <strong>${name}</strong>
        <p>${message}</p>
        ${findings.length ? html`<ul class="findings">${findings.map((finding) => this.#finding(finding))}</ul>` : nothing}
      </div>
    </li>`;
  }

  #finding({ text, document, media }) {
    const page = document ? `section/content/workspace/document/edit/${document.id}` : media ? `section/media/workspace/media/edit/${media.id}` : null;
    return html`<li>${page ? html`<a href=${page}>${text}</a>` : text}</li>`;
  }

  static styles = css`
    :host {
      display: block;
      padding: var(--uui-size-layout-1);
      max-width: 60rem;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li[data-state] {
      display: flex;
      gap: var(--uui-size-space-4);
      padding: var(--uui-size-space-4) 0;
      border-bottom: 1px solid var(--uui-color-divider);
    }
    li[data-state]:last-child {
      border-bottom: none;
    }
    p {
      margin: var(--uui-size-space-1) 0 0;
    }
    a {
      color: var(--uui-color-interactive);
    }
    a:hover {
      color: var(--uui-color-interactive-emphasis);
    }
    .findings {
      list-style: disc;
      padding: var(--uui-size-space-2) 0 0 1.2em;
    }
  `;
}

customElements.define('host-health-dashboard', HealthDashboard);
export { HealthDashboard as element };
