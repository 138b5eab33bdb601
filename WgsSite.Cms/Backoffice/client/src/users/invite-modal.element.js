import { UserGroupService, UserService } from '@umbraco-cms/backoffice/external/backend-api';
import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbModalBaseElement } from '@umbraco-cms/backoffice/modal';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { UmbTextStyles } from '@umbraco-cms/backoffice/style';

/** The group new accounts most often have; it may do the least. */
const usualGroup = 'writer';

/**
 * Invites somebody, and says what became of the mail: when it did not go out, there is a link to hand over.
 * With `data.user` it sends another link to an account that is there.
 */
export default class InviteModalElement extends UmbModalBaseElement {
  static properties = {
    _groups: { state: true },
    _sent: { state: true },
    _busy: { state: true },
  };

  constructor() {
    super();
    this._groups = [];
  }

  async firstUpdated() {
    if (this.data?.user) return;
    const { data } = await tryExecute(this, UserGroupService.getFilterUserGroup({ query: { skip: 0, take: 100 } }));
    this._groups = data?.items ?? [];
  }

  async #invite(event) {
    event.preventDefault();
    const form = event.target;
    if (!form.checkValidity()) return;
    const fields = new FormData(form);
    const email = fields.get('email').trim();
    await this.#send(
      UserService.postUserInvite({
        body: { email, userName: email, name: fields.get('name').trim(), message: fields.get('message') || null, userGroupIds: [{ id: fields.get('group') }] },
      }),
      email,
    );
  }

  async #inviteAgain() {
    await this.#send(UserService.postUserInviteResend({ body: { user: { id: this.data.user }, message: null } }), '');
  }

  async #send(request, email) {
    this._busy = true;
    const { error } = await tryExecute(this, request);
    this._busy = false;
    if (error) return;
    const told = (await request).response.headers.get('x-invitation');
    this._sent = { email, ...JSON.parse(decodeURIComponent(told)) };
  }

  async #copy() {
    await navigator.clipboard.writeText(this.#link);
  }

  /** The server may know only the path, while the operator has not told it the site's address. */
  get #link() {
    return new URL(this._sent.link, location.origin).toString();
  }

  render() {
    return html`<uui-dialog-layout headline=${this.localize.term(this.data?.user ? 'hostUsers_inviteAgain' : 'hostUsers_invite')}>
      ${this._sent ? this.#renderSent() : this.data?.user ? this.#renderAgain() : this.#renderForm()}
    </uui-dialog-layout>`;
  }

  #renderForm() {
    return html`<p>${this.localize.term('hostUsers_inviteHelp')}</p>
      <uui-form>
        <form id="invite" @submit=${this.#invite}>
          <uui-form-layout-item>
            <uui-label slot="label" for="name" required>${this.localize.term('general_name')}</uui-label>
            <uui-input id="name" name="name" label=${this.localize.term('general_name')} required required-message=${this.localize.term('hostUsers_nameMissing')} maxlength="100"></uui-input>
          </uui-form-layout-item>
          <uui-form-layout-item>
            <uui-label slot="label" for="email" required>${this.localize.term('general_email')}</uui-label>
            <uui-input id="email" name="email" type="email" label=${this.localize.term('general_email')} required required-message=${this.localize.term('user_emailRequired')}></uui-input>
          </uui-form-layout-item>
          <uui-form-layout-item>
            <uui-label slot="label" required>${this.localize.term('hostUsers_group')}</uui-label>
            ${this._groups.length
              ? html`<uui-radio-group name="group" value=${this._groups.find((group) => group.alias === usualGroup)?.id}>
                  ${this._groups.map((group) => html`<uui-radio value=${group.id} label="${group.name}: ${this.localize.term(`hostUsers_${group.alias}`)}"></uui-radio>`)}
                </uui-radio-group>`
              : nothing}
          </uui-form-layout-item>
          <uui-form-layout-item>
            <uui-label slot="label" for="message">${this.localize.term('hostUsers_message')}</uui-label>
            <uui-textarea id="message" name="message" label=${this.localize.term('hostUsers_message')}></uui-textarea>
          </uui-form-layout-item>
        </form>
      </uui-form>
      <uui-button slot="actions" label=${this.localize.term('general_cancel')} @click=${this._rejectModal}></uui-button>
      <uui-button slot="actions" form="invite" type="submit" look="primary" color="positive" label=${this.localize.term('hostUsers_send')} .state=${this._busy ? 'waiting' : undefined}></uui-button>`;
  }

  #renderAgain() {
    return html`<p>${this.localize.term('hostUsers_inviteAgainHelp')}</p>
      <uui-button slot="actions" label=${this.localize.term('general_cancel')} @click=${this._rejectModal}></uui-button>
      <uui-button slot="actions" look="primary" color="positive" label=${this.localize.term('hostUsers_send')} @click=${this.#inviteAgain} .state=${this._busy ? 'waiting' : undefined}></uui-button>`;
  }

  #renderSent() {
    return html`${this._sent.problem
        ? html`<p>${this.localize.term('hostUsers_notSent')} ${this._sent.problem}</p>
            <p>${this.localize.term('hostUsers_handOver')}</p>
            <uui-input id="link" label=${this.localize.term('hostUsers_link')} readonly value=${this.#link}></uui-input>
            <uui-button look="secondary" label=${this.localize.term('hostUsers_copyLink')} @click=${this.#copy}></uui-button>`
        : html`<p>${this.localize.term('hostUsers_sent', this._sent.email)}</p>`}
      <uui-button slot="actions" look="primary" label=${this.localize.term('general_close')} @click=${this._submitModal}></uui-button>`;
  }

  static styles = [
    UmbTextStyles,
    css`
      uui-dialog-layout {
        max-width: 40rem;
      }
      uui-input,
      uui-textarea {
        width: 100%;
      }
      uui-radio {
        display: block;
      }
    `,
  ];
}

customElements.define('host-invite-modal', InviteModalElement);
