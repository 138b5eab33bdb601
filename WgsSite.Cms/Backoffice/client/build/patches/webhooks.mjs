/** Webhooks, in a section of our own. */
export const webhooks = [
  {
    why: 'the way back from a webhook leads to the list as our section shows it',
    file: 'packages/webhook/webhook-root/paths.js',
    find: /export const UMB_WEBHOOK_ROOT_WORKSPACE_PATH = .*?\}\);/s,
    replace: "export const UMB_WEBHOOK_ROOT_WORKSPACE_PATH = 'section/settings/dashboard/webhooks';",
  },
  {
    why: 'types are chosen from a list; the client’s choosers lead to where types are edited',
    file: 'packages/webhook/webhook/workspace/views/webhook-details-workspace-view.element.js',
    find: /switch \(this\._contentType\) \{.*?default:\s*return nothing;\s*\}/s,
    replace: 'return html`<host-webhook-types slot="editor" kind=${this._contentType} .selection=${this._webhook?.contentTypes ?? []} @change=${this.#onTypesChange}></host-webhook-types>`;',
    imports: "import 'own/webhooks/types.element.js';",
  },
  {
    why: 'fields and switches have names for those who do not see where they stand',
    file: 'packages/webhook/webhook/workspace/views/webhook-details-workspace-view.element.js',
    find: /<uui-input @input=\$\{this\.#onUrlChange\}(.*?)<uui-toggle slot="editor"(.*?)><\/uui-toggle>/s,
    replace: "<uui-input type=\"url\" placeholder=\"https://\" label=${this.localize.term('webhooks_url')} @input=${this.#onUrlChange}$1<uui-toggle slot=\"editor\" label=${this.localize.term('webhooks_enabled')}$2>${this.localize.term(this._webhook.enabled ? 'general_yes' : 'general_no')}</uui-toggle>",
  },
  {
    why: 'headers that are of use here; the length and kind of the body the host says itself',
    file: 'packages/webhook/components/input-webhook-headers.element.js',
    find: "this._headerNames = ['Accept', 'Content-Length', 'Content-Type', 'User-Agent'];",
    replace: "this._headerNames = ['Accept', 'Authorization', 'User-Agent'];",
  },
  {
    why: 'fields of headers have names for those who do not see where they stand',
    file: 'packages/webhook/components/input-webhook-headers.element.js',
    find: /\.value=\$\{header\.name\}(.*?)\.value=\$\{header\.value\}/s,
    replace: ".value=${header.name} aria-label=${this.localize.term('general_name')}$1.value=${header.value} aria-label=${this.localize.term('general_value')}",
  },
];
