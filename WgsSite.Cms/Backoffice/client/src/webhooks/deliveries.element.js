import { css, html, nothing, repeat as each } from '@umbraco-cms/backoffice/external/lit';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { deliveriesOf, repeat, test } from './server.js';
import { WebhookView } from './webhook-view.element.js';

const pageSize = 50;

/** How often is looked again while something waits, in milliseconds. */
const again = 2000;

const colors = { Delivered: 'positive', Waiting: 'default', GivenUp: 'danger', Cancelled: 'default' };

/** What a webhook was told, what became of it, and sending it once more. */
export class WebhookDeliveries extends WebhookView {
  static properties = { _items: { state: true }, _total: { state: true }, _busy: { state: true } };

  #take = pageSize;
  #timer;

  opened() {
    this.#load();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.webhook) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load() {
    clearTimeout(this.#timer);
    const { data } = await deliveriesOf(this, this.webhook, 0, this.#take);
    if (data) [this._items, this._total] = [data.items, data.total];
    if (this.isConnected && data?.items.some(({ state }) => state === 'Waiting')) this.#timer = setTimeout(() => this.#load(), again);
  }

  #more() {
    this.#take += pageSize;
    this.#load();
  }

  async #test() {
    this._busy = 'test';
    const { data } = await test(this, this.webhook);
    this._busy = undefined;
    if (data) await this.#tell(data.state === 'Delivered' ? 'positive' : 'warning', data.fault ?? this.localize.term('hostWebhooks_testTaken'), data.statusCode);
    await this.#load();
  }

  async #repeat(delivery) {
    this._busy = delivery.key;
    await repeat(this, delivery.key);
    this._busy = undefined;
    await this.#load();
  }

  async #tell(color, message, headline) {
    (await this.getContext(UMB_NOTIFICATION_CONTEXT))?.peek(color, { data: { headline, message } });
  }

  render() {
    return html`<uui-box headline=${this.localize.term('webhooks_deliveries')}>
      <div slot="header-actions">
        <uui-button look="outline" label=${this.localize.term('hostWebhooks_refresh')} @click=${this.#load}></uui-button>
        <uui-button look="primary" label=${this.localize.term('hostWebhooks_test')} .state=${this._busy === 'test' ? 'waiting' : undefined} ?disabled=${this._busy} @click=${this.#test}></uui-button>
      </div>
      ${!this._items
        ? html`<uui-loader></uui-loader>`
        : this._items.length === 0
          ? html`<p>${this.localize.term('hostWebhooks_none')}</p>`
          : html`<ol>${each(this._items, ({ key }) => key, (delivery) => this.#delivery(delivery))}</ol>`}
      ${this._total > this._items?.length ? html`<uui-button look="outline" label=${this.localize.term('hostWebhooks_more')} @click=${this.#more}></uui-button>` : nothing}
    </uui-box>`;
  }

  #delivery(delivery) {
    const { key, event, name, state, createdAt, fault, isBehind } = delivery;
    return html`<li data-state=${state}>
      <div class="line">
        <uui-tag look="secondary" color=${colors[state]}>${this.localize.term(`hostWebhooks_state${state}`)}</uui-tag>
        <strong>${event}${name ? `: ${name}` : ''}</strong>
        <time datetime=${createdAt}>${this.moment(createdAt)}</time>
        <uui-button look="outline" compact label=${this.localize.term(state === 'Waiting' ? 'hostWebhooks_now' : 'hostWebhooks_repeat')} .state=${this._busy === key ? 'waiting' : undefined} ?disabled=${this._busy} @click=${() => this.#repeat(delivery)}></uui-button>
      </div>
      ${fault ? html`<p>${fault}</p>` : nothing}
      ${isBehind ? html`<p>${this.localize.term('hostWebhooks_behind')}</p>` : nothing}
      ${state === 'Waiting' && delivery.attempts > 0 && delivery.nextAt ? html`<p>${this.localize.term('hostWebhooks_next', this.moment(delivery.nextAt))}</p>` : nothing}
      <details>
        <summary>${this.localize.term('hostWebhooks_details')}</summary>
        <dl>
          ${delivery.attempts > 0
            ? html`${this.#detail('hostWebhooks_attempts', String(delivery.attempts))}${this.#detail('hostWebhooks_sentAt', delivery.sentAt && this.moment(delivery.sentAt))}${this.#detail('webhooks_url', delivery.url)}${this.#detail('webhooks_statusCode', delivery.statusCode)}`
            : nothing}
          ${this.#code('hostWebhooks_sent', [delivery.requestHeaders, delivery.requestBody])} ${this.#code('hostWebhooks_answer', [delivery.responseHeaders, delivery.responseBody])}
        </dl>
      </details>
    </li>`;
  }

  #detail(term, text) {
    return text ? html`<dt>${this.localize.term(term)}</dt><dd>${text}</dd>` : nothing;
  }

  #code(term, parts) {
    const text = parts.filter(Boolean).join('\n\n');
    return text ? html`<dt>${this.localize.term(term)}</dt><dd><pre tabindex="0">${text}</pre></dd>` : nothing;
  }

  static styles = css`
    :host {
      display: block;
      padding: var(--uui-size-layout-1);
    }
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      padding: var(--uui-size-space-4) 0;
      border-bottom: 1px solid var(--uui-color-divider);
    }
    li:last-child {
      border-bottom: none;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--uui-size-space-2) var(--uui-size-space-4);
    }
    .line uui-button {
      margin-inline-start: auto;
      --uui-button-padding-left-factor: 2;
      --uui-button-padding-right-factor: 2;
    }
    time {
      color: var(--uui-color-text-alt);
      font-variant-numeric: tabular-nums;
    }
    p {
      margin: var(--uui-size-space-2) 0 0;
    }
    details {
      margin-top: var(--uui-size-space-2);
    }
    summary {
      cursor: pointer;
      width: fit-content;
    }
    dl {
      margin: var(--uui-size-space-3) 0 0;
    }
    dt {
      font-weight: 700;
    }
    dd {
      margin: 0 0 var(--uui-size-space-3);
      overflow-wrap: anywhere;
    }
    pre {
      margin: 0;
      padding: var(--uui-size-space-3);
      max-height: 20rem;
      overflow: auto;
      white-space: pre-wrap;
      background: var(--uui-color-surface-alt);
    }
  `;
}

customElements.define('host-webhook-deliveries', WebhookDeliveries);
export { WebhookDeliveries as element };
