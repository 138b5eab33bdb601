import { timeZone } from '../site-time.js';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_WEBHOOK_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/webhook';

/** A view of the webhook that is open: knows which one it is. */
export class WebhookView extends UmbLitElement {
  static properties = { webhook: { state: true } };

  constructor() {
    super();
    this.consumeContext(UMB_WEBHOOK_WORKSPACE_CONTEXT, (workspace) =>
      this.observe(workspace?.unique, (unique) => {
        if (!unique || unique === this.webhook) return;
        this.webhook = unique;
        this.opened();
      }),
    );
  }

  /** Called when it is known which one. */
  opened() {}

  /** A moment, in the words and the time of the site. */
  moment(text) {
    return this.localize.date(text, { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone });
  }
}
