import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { UmbLocalizationController } from '@umbraco-cms/backoffice/localization-api';
import { ownDraft } from './draft-guard.js';
import { onReconnected } from './reconnected.js';
import { thisWindow } from './window.js';

/**
 * What another window does to the document that is open here: shown at once where nothing was typed yet, said in words
 * where something was. Never takes away what was typed.
 */
export class OpenDocumentUpdates extends UmbControllerBase {
  #workspace;
  #notifications;
  #localize = new UmbLocalizationController(this);
  #timer;
  #otherText = false;
  #notice;

  constructor(host) {
    super(host);
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (context) => (this.#workspace = context));
    this.consumeContext(UMB_NOTIFICATION_CONTEXT, (context) => (this.#notifications = context));
    this.consumeContext(UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT, (context) => {
      if (!context) return;
      this.observe(context.events, (event) => this.#take(event), 'events');
      onReconnected(this, context, () => this.#catchUp());
    });
  }

  /** What happened while nobody could tell: the same is shown or said, as if it happened now. */
  async #catchUp() {
    const key = this.#workspace?.getIsNew() === false && this.#workspace.getUnique();
    if (!key) return;
    const { data, error, response } = await tryExecute(this, umbHttpClient.get({ url: `/umbraco/management/api/v1/document/${key}`, security: [{ scheme: 'bearer', type: 'http' }] }), { disableNotifications: true });
    // A save of this window that went through just now is nobody else's text.
    const draft = await ownDraft(key, this.#workspace?.getData()?.draft);
    if (this.#workspace?.getUnique() !== key) return;
    if (error?.status === 404) return this.#show('Deleted');
    if (!data) return;
    this.#otherText = response.headers.get('ETag') !== draft;
    this.#show(data.isTrashed && !this.#workspace.getData()?.isTrashed ? 'Trashed' : 'Updated');
  }

  #take(event) {
    if (event.eventSource !== 'Umbraco:CMS:Document' || event.window === thisWindow || event.key !== this.#workspace?.getUnique()) return;
    // Saving and publishing are two events; only the first has another text.
    this.#otherText ||= event.textChanged;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(event.eventType), 200);
  }

  async #show(eventType) {
    const otherText = this.#otherText;
    this.#otherText = false;
    if (eventType === 'Trashed' || eventType === 'Deleted') return this.#warn(eventType === 'Trashed' ? 'hostLive_trashed' : 'hostLive_deleted');
    // Typing may begin while the other text is on its way; it is not taken over then.
    if (!this.#workspace.getHasUnpersistedChanges()) await this.#workspace.reload();
    if (otherText && this.#workspace?.getHasUnpersistedChanges()) this.#warn('hostLive_changed');
  }

  /** One notice: what happens while it stands takes its place in it. */
  #warn(text) {
    const data = { headline: this.#localize.term('hostLive_headline'), message: this.#localize.term(text) };
    if (this.#notice) {
      this.#notice.element.firstElementChild.data = data;
      return;
    }

    const notice = this.#notifications?.stay('warning', { data });
    this.#notice = notice;
    notice?.onClose().then(() => {
      if (this.#notice === notice) this.#notice = undefined;
    });
  }

  destroy() {
    clearTimeout(this.#timer);
    super.destroy();
  }
}

export { OpenDocumentUpdates as api };
