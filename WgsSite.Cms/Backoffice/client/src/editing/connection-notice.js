import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { UmbLocalizationController } from '@umbraco-cms/backoffice/localization-api';
import { connection } from './connection.js';

/** Says once that nobody answers, however much asks; taken away when somebody does. Loaded at the start: later it is too late. */
export class ConnectionNotice extends UmbControllerBase {
  #localize = new UmbLocalizationController(this);
  #notifications;
  #notice;

  constructor(host) {
    super(host);
    this.consumeContext(UMB_NOTIFICATION_CONTEXT, (context) => (this.#notifications = context));
    connection.addEventListener('lost', this.#show);
    connection.addEventListener('back', this.#close);
    window.addEventListener('online', this.#close);
  }

  #show = () => {
    if (this.#notice) return;
    const notice = this.#notifications?.stay('danger', { data: { headline: this.#localize.term('host_unreachableNow'), message: this.#localize.term('host_unreachableText') } });
    this.#notice = notice;
    notice?.onClose().then(() => {
      if (this.#notice === notice) this.#notice = undefined;
    });
  };

  #close = () => this.#notice?.close();

  destroy() {
    connection.removeEventListener('lost', this.#show);
    connection.removeEventListener('back', this.#close);
    window.removeEventListener('online', this.#close);
    super.destroy();
  }
}

export { ConnectionNotice as api };
