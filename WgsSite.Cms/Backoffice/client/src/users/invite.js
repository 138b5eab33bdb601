import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UmbCollectionActionBase } from '@umbraco-cms/backoffice/collection';
import { UmbEntityActionBase, UmbRequestReloadChildrenOfEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { umbOpenModal } from '@umbraco-cms/backoffice/modal';

const modal = { alias: 'Host.Modal.Invite', default: { modal: { type: 'dialog' } }, toString: () => 'Host.Modal.Invite' };

/** Opens the dialog for a new account; the list shows it afterwards. */
export class InviteCollectionAction extends UmbCollectionActionBase {
  async execute() {
    await umbOpenModal(this, modal, { data: {} }).catch(() => undefined);
    const events = await this.getContext(UMB_ACTION_EVENT_CONTEXT);
    events?.dispatchEvent(new UmbRequestReloadChildrenOfEntityEvent({ entityType: 'user-root', unique: null }));
  }
}

/** Sends another link to somebody who has not taken up the invitation. */
export class InviteAgainAction extends UmbEntityActionBase {
  async execute() {
    await umbOpenModal(this, modal, { data: { user: this.args.unique } }).catch(() => undefined);
  }
}
