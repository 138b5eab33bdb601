import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbEntityContext } from '@umbraco-cms/backoffice/entity';
import { UMB_WEBHOOK_COLLECTION_ALIAS, UMB_WEBHOOK_ROOT_ENTITY_TYPE } from '@umbraco-cms/backoffice/webhook';

/** The list of webhooks, and what they are for. */
export class WebhooksDashboard extends UmbLitElement {
  #entity = new UmbEntityContext(this);

  constructor() {
    super();
    this.#entity.setEntityType(UMB_WEBHOOK_ROOT_ENTITY_TYPE);
    this.#entity.setUnique(null);
  }

  render() {
    return html`
      <umb-collection alias=${UMB_WEBHOOK_COLLECTION_ALIAS}></umb-collection>
      <p>${this.localize.term('hostWebhooks_what')}</p>
    `;
  }

  static styles = css`
    umb-collection {
      height: auto;
    }
    p {
      max-width: 44rem;
      margin: 0;
      padding: 0 var(--uui-size-layout-1) var(--uui-size-layout-1);
    }
  `;
}

customElements.define('host-webhooks-dashboard', WebhooksDashboard);
export { WebhooksDashboard as element };
