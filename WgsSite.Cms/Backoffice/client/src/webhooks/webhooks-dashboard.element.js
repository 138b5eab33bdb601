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
      <p>${this.localize.term('hostWebhooks_what')}</p>
      <umb-collection alias=${UMB_WEBHOOK_COLLECTION_ALIAS}></umb-collection>
    `;
  }

  static styles = css`
    :host {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    /* Its upper edge casts a line upwards, which elsewhere lies under the header. */
    umb-collection {
      flex: 1;
      min-height: 0;
      clip-path: inset(0);
    }
    p {
      max-width: 44rem;
      margin: 0;
      padding: var(--uui-size-layout-1) var(--uui-size-layout-1) 0;
    }
  `;
}

customElements.define('host-webhooks-dashboard', WebhooksDashboard);
export { WebhooksDashboard as element };
