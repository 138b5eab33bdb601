/** The list of redirects. */
export const redirects = [
  {
    why: 'redirects cannot be switched off',
    file: 'packages/documents/document-redirect-management/dashboard-redirect-management.element.js',
    find: /<uui-button\s+look="outline"\s+label="\$\{this\.localize\.term\('redirectUrls_disableUrlTracker'\)\}".*?<\/uui-button>/s,
    replace: '',
  },
  {
    why: 'who may not change redirects is not led to them',
    file: 'packages/documents/document-redirect-management/manifests.js',
    find: /conditions: \[/,
    replace: "$& { alias: 'Umb.Condition.UserPermission.Fallback', allOf: ['Host.Redirect.Update'] },",
  },
  {
    why: 'the site has one language',
    file: 'packages/documents/document-redirect-management/dashboard-redirect-management.element.js',
    find: /<uui-table-head-cell style="width:10%;">\$\{this\.localize\.term\('redirectUrls_culture'\)\}<\/uui-table-head-cell>|<uui-table-cell> \$\{data\.culture \|\| '\*'\} <\/uui-table-cell>/g,
    replace: '',
  },
  {
    why: 'both addresses are searched',
    file: 'packages/documents/document-redirect-management/dashboard-redirect-management.element.js',
    find: /(placeholder|label)="\$\{this\.localize\.term\('redirectUrls_originalUrl'\)\}"/g,
    replace: '$1="${this.localize.term(\'visuallyHiddenTexts_redirectDashboardSearchLabel\')}"',
  },
  {
    why: 'a redirect that is kept after all is no error',
    file: 'packages/documents/document-redirect-management/dashboard-redirect-management.element.js',
    find: /await umbConfirmModal\(this, (\{\s+headline: '[^']*',\s+content: html `\s+<div style="width:300px">.*?\})\);\s+this\.#redirectDelete\(data\.id\);/s,
    replace: 'if (await umbConfirmModal(this, $1).then(() => true, () => false)) this.#redirectDelete(data.id);',
  },
];
