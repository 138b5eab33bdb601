import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { UmbLocalizationController } from '@umbraco-cms/backoffice/localization-api';
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

  constructor(host) {
    super(host);
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (context) => (this.#workspace = context));
    this.consumeContext(UMB_NOTIFICATION_CONTEXT, (context) => (this.#notifications = context));
    this.consumeContext(UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT, (context) => {
      if (context) this.observe(context.events, (event) => this.#take(event), 'events');
    });
  }

  #take(event) {
    if (event.eventSource !== 'Umbraco:CMS:Document' || event.window === thisWindow || event.key !== this.#workspace?.getUnique()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(event.eventType), 200);
  }

  async #show(eventType) {
    if (eventType === 'Trashed' || eventType === 'Deleted') return this.#warn(eventType === 'Trashed' ? 'hostLive_trashed' : 'hostLive_deleted');
    // Typing may begin while the other text is on its way; it is not taken over then.
    if (!this.#workspace.getHasUnpersistedChanges()) await this.#workspace.reload();
    if (this.#workspace?.getHasUnpersistedChanges()) this.#warn('hostLive_changed');
  }

  #warn(text) {
    this.#notifications?.stay('warning', { data: { headline: this.#localize.term('hostLive_headline'), message: this.#localize.term(text) } });
  }

  destroy() {
    clearTimeout(this.#timer);
    super.destroy();
  }
}

export { OpenDocumentUpdates as api };
