import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { umbConfirmModal } from '@umbraco-cms/backoffice/modal';
import { UmbTextStyles } from '@umbraco-cms/backoffice/style';
import { renewSecret, secretOf } from './server.js';
import { WebhookView } from './webhook-view.element.js';

/** What a receiver knows the site by. The secret is asked for when somebody wants to see it, not before. */
export class WebhookSignature extends WebhookView {
  static properties = { _shown: { state: true }, _busy: { state: true } };

  opened() {
    this._shown = undefined;
  }

  async #show() {
    this._busy = true;
    this._shown = (await secretOf(this, this.webhook)).data;
    this._busy = false;
  }

  async #renew() {
    const isSure = await umbConfirmModal(this, {
      headline: '#hostWebhooks_renew',
      content: '#hostWebhooks_renewHelp',
      confirmLabel: '#hostWebhooks_renew',
      color: 'danger',
    }).then(() => true, () => false);
    if (!isSure) return;
    this._busy = true;
    this._shown = (await renewSecret(this, this.webhook)).data ?? this._shown;
    this._busy = false;
  }

  render() {
    return html`<uui-box headline=${this.localize.term('hostWebhooks_signature')}>
      <p>${this.localize.term('hostWebhooks_signatureHelp')}</p>
      ${this._shown
        ? html`<strong>${this.localize.term('hostWebhooks_secret')}</strong>
            <div class="line">
              <code id="secret">${this._shown.secret}</code>
              <uui-button-copy-text look="outline" .text=${this._shown.secret} label=${this.localize.term('hostWebhooks_copy')}>${this.localize.term('hostWebhooks_copy')}</uui-button-copy-text>
            </div>`
        : html`<uui-button look="outline" label=${this.localize.term('hostWebhooks_show')} .state=${this._busy ? 'waiting' : undefined} @click=${this.#show}></uui-button>`}
      ${this._shown?.formerUntil ? html`<p>${this.localize.term('hostWebhooks_former', this.moment(this._shown.formerUntil))}</p>` : nothing}
      <p><uui-button look="outline" color="danger" label=${this.localize.term('hostWebhooks_renew')} ?disabled=${this._busy} @click=${this.#renew}></uui-button></p>
    </uui-box>`;
  }

  static styles = [
    UmbTextStyles,
    css`
      :host {
        display: block;
        padding: var(--uui-size-layout-1);
      }
      p {
        max-width: 44rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--uui-size-space-3);
      }
      code {
        display: inline-block;
        /* Room for what stands below the line: an underscore nobody sees is typed as a blank. */
        padding: var(--uui-size-space-4) var(--uui-size-space-3);
        line-height: 1.8;
        background: var(--uui-color-surface-alt);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

customElements.define('host-webhook-signature', WebhookSignature);
export { WebhookSignature as element };
