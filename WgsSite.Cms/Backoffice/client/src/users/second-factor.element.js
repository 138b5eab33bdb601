import { UserService } from '@umbraco-cms/backoffice/external/backend-api';
import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { UmbTextStyles } from '@umbraco-cms/backoffice/style';

/**
 * Switches the second factor on: picture for the app, a code to prove it, and then the codes for the day the phone is
 * gone. The client's own element knows no such codes.
 */
export default class SecondFactorElement extends UmbLitElement {
  static properties = {
    providerName: { attribute: false },
    displayName: { attribute: false },
    callback: { attribute: false },
    close: { attribute: false },
    _setup: { state: true },
    _done: { state: true },
    _busy: { state: true },
  };

  async firstUpdated() {
    const { data } = await tryExecute(this, UserService.getUserCurrent2FaByProviderName({ path: { providerName: this.providerName } }));
    if (data) this._setup = data;
    else this.close();
  }

  async #enable(event) {
    event.preventDefault();
    if (!event.target.checkValidity()) return;
    this._busy = true;
    const { error } = await this.callback(this.providerName, new FormData(event.target).get('code'), this._setup.secret);
    this._busy = false;
    if (!error) this._done = true;
  }

  render() {
    if (!this._setup) return html`<uui-loader-bar></uui-loader-bar>`;
    return html`<umb-body-layout headline=${this.localize.term('member_2fa')}>
      <uui-box>${this._done ? this.#renderCodes() : this.#renderForm()}</uui-box>
      <uui-button slot="actions" look="secondary" label=${this.localize.term('general_close')} @click=${() => this.close()}></uui-button>
      ${this._done
        ? nothing
        : html`<uui-button slot="actions" type="submit" form="second-factor" look="primary" color="positive" label=${this.localize.term('hostUsers_secondFactorOn')} .state=${this._busy ? 'waiting' : undefined}></uui-button>`}
    </umb-body-layout>`;
  }

  #renderForm() {
    return html`<p>${this.localize.term('hostUsers_secondFactorHelp')}</p>
      <img src=${this._setup.qrCodeSetupImageUrl} alt=${this.localize.term('hostUsers_qrCode')} />
      <p>${this.localize.term('hostUsers_secret')}<br /><code>${this._setup.secret}</code></p>
      <uui-form>
        <form id="second-factor" @submit=${this.#enable}>
          <uui-label for="code" required>${this.localize.term('hostUsers_code')}</uui-label>
          <uui-input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" label=${this.localize.term('hostUsers_code')} required required-message=${this.localize.term('hostUsers_codeMissing')}></uui-input>
        </form>
      </uui-form>`;
  }

  #renderCodes() {
    return html`<p>${this.localize.term('hostUsers_recoveryHelp')}</p>
      <ul>
        ${this._setup.recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>`;
  }

  static styles = [
    UmbTextStyles,
    css`
      img {
        display: block;
        width: 100%;
        max-width: 16rem;
        background: #fff;
      }
      code {
        overflow-wrap: anywhere;
      }
      uui-label {
        display: block;
        margin-bottom: var(--uui-size-space-2);
      }
      #code {
        width: 10rem;
      }
    `,
  ];
}

customElements.define('host-second-factor', SecondFactorElement);
