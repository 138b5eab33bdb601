import { css, html, nothing, repeat } from '@umbraco-cms/backoffice/external/lit';
import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbRequestReloadStructureForEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { UMB_WEBHOOK_ENTITY_TYPE } from '@umbraco-cms/backoffice/webhook';
import { overview } from './server.js';

const workspace = 'section/settings/workspace/webhook';

/** The list of webhooks, what they are for, and which of them does not get through. */
export class WebhooksDashboard extends UmbLitElement {
  static properties = { _webhooks: { state: true } };

  #actions;

  constructor() {
    super();
    this.consumeContext(UMB_ACTION_EVENT_CONTEXT, (context) => {
      this.#listen('removeEventListener');
      this.#actions = context;
      this.#listen('addEventListener');
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    this.#listen('removeEventListener');
    super.disconnectedCallback();
  }

  #listen(how) {
    this.#actions?.[how](UmbRequestReloadStructureForEntityEvent.TYPE, this.#load);
  }

  #load = async () => {
    const { data } = await overview(this);
    if (data) this._webhooks = data;
  };

  render() {
    return html`
      <p>${this.localize.term('hostWebhooks_what')}</p>
      <uui-button look="primary" color="positive" href=${`${workspace}/create`} label=${this.localize.term('webhooks_addWebhook')}></uui-button>
      ${!this._webhooks
        ? html`<uui-loader></uui-loader>`
        : this._webhooks.length === 0
          ? html`<p>${this.localize.term('hostWebhooks_noneYet')}</p>`
          : html`<uui-box><ul>${repeat(this._webhooks, ({ id }) => id, (webhook) => this.#webhook(webhook))}</ul></uui-box>`}
    `;
  }

  #webhook({ id, name, description, url, enabled, events, types, trouble }) {
    const state = trouble ? 'isInTrouble' : enabled ? 'isOn' : 'isOff';
    return html`<li data-state=${state}>
      <div>
        <div class="line">
          <a href=${`${workspace}/edit/${id}`}>${name || this.localize.term('hostWebhooks_unnamed')}</a>
          <uui-tag look="secondary" color=${trouble ? 'danger' : enabled ? 'positive' : 'default'}>${this.localize.term(`hostWebhooks_${state}`)}</uui-tag>
        </div>
        ${description ? html`<p>${description}</p>` : nothing}
        <p>${events.join(', ')}${types.length ? html`<br />${this.localize.term('hostWebhooks_onlyTypes', types.join(', '))}` : nothing}</p>
        ${trouble ? this.#trouble(trouble) : nothing}
        <p class="url">${url}</p>
      </div>
      <umb-entity-actions-bundle .entityType=${UMB_WEBHOOK_ENTITY_TYPE} .unique=${id} .label=${name}></umb-entity-actions-bundle>
    </li>`;
  }

  #trouble({ notDelivered, held, fault }) {
    return html`<p class="trouble">
      ${[fault, notDelivered && this.localize.term('hostWebhooks_notDelivered', notDelivered), held && this.localize.term('hostWebhooks_held', held)].filter(Boolean).join(' ')}
    </p>`;
  }

  static styles = css`
    :host {
      display: block;
      box-sizing: border-box;
      height: 100%;
      overflow: auto;
      padding: var(--uui-size-layout-1);
    }
    p {
      max-width: 44rem;
      margin: 0 0 var(--uui-size-space-2);
    }
    :host > p,
    :host > uui-button {
      margin-bottom: var(--uui-size-space-5);
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      display: flex;
      gap: var(--uui-size-space-3);
      padding: var(--uui-size-space-4) 0;
      border-bottom: 1px solid var(--uui-color-divider);
    }
    li:first-child {
      padding-top: 0;
    }
    li:last-child {
      padding-bottom: 0;
      border-bottom: none;
    }
    li > div {
      flex: 1;
      min-width: 0;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--uui-size-space-1) var(--uui-size-space-3);
      margin-bottom: var(--uui-size-space-2);
    }
    a {
      font-weight: 700;
      color: var(--uui-color-interactive);
      overflow-wrap: anywhere;
    }
    a:hover {
      color: var(--uui-color-interactive-emphasis);
    }
    .url {
      margin: 0;
      color: var(--uui-color-text-alt);
      overflow-wrap: anywhere;
    }
    .trouble {
      color: var(--uui-color-danger-standalone);
    }
  `;
}

customElements.define('host-webhooks-dashboard', WebhooksDashboard);
export { WebhooksDashboard as element };
