/** The site’s own name where the client shows its maker’s. */
export const brand = [
  {
    why: 'document title',
    file: 'packages/core/view/context/view.controller.js',
    find: "document.title = localTitle + ' | Umbraco';",
    replace: "document.title = localTitle + ' | ' + brandName;",
    imports: "import { brandName } from 'own/brand.js';",
  },
  {
    why: 'a title shown before its language was loaded stays English otherwise',
    file: 'packages/core/view/context/view.controller.js',
    find: 'this.#localize = new UmbLocalizationController(this);',
    replace: `this.#localize = new UmbLocalizationController(this);
        this.#localize.documentUpdate = this.#localize.keysChanged = () => { this.#computeTitle(); this.#updateTitle(); };`,
  },
  {
    why: 'about box below the logo: no link to the maker’s site, no system report',
    file: 'apps/backoffice/components/backoffice-header-logo.element.js',
    find: /<span>\$\{this\._version \?\? nothing\}<\/span>.*?label="System information"><\/uui-button>/s,
    replace: `<strong>\${brandName}</strong>
						<span>\${this.localize.term('host_aboutClient', clientVersion)}</span>
						<a href=\${noticesUrl} target="_blank">\${this.localize.term('host_notices')}</a>`,
    imports: "import { brandName, clientVersion, noticesUrl } from 'own/brand.js';",
  },
  {
    why: 'label of the logo’s button: it opens an about box',
    file: 'apps/backoffice/components/backoffice-header-logo.element.js',
    find: "label=${this.localize.term('buttons_viewSystemDetails')}",
    replace: () => "label=${this.localize.term('host_about', brandName)}",
  },
  {
    why: 'name and icon of signing in',
    file: 'packages/core/auth/providers/manifests.js',
    find: /label: 'Umbraco',(.*?)icon: 'icon-umbraco'/s,
    replace: "label: brandName,$1icon: 'icon-lock'",
    imports: "import { brandName } from 'own/brand.js';",
  },
  ...['documents/documents/collection/action/create-document', 'media/media/collection/action/create-media'].map((place) => ({
    why: 'the verb stands last in German',
    file: `packages/${place}-collection-action.element.js`,
    find: /\(this\.manifest\?\.meta\.label\s*\?\s*this\.localize\.string\(this\.manifest\?\.meta\.label\)\s*:\s*this\.localize\.term\('general_create'\)\) \+\s*' ' \+\s*item\.name/,
    replace: () => "this.localize.term('host_createOf', this.localize.string(item.name))",
  })),
  {
    why: 'error texts',
    file: 'apps/app/app.element.js',
    find: "'An error occurred while trying to initialize the connection to the Umbraco server (check console for details)'",
    replace: "this.localize.term('host_connectionFailed')",
  },
  {
    why: 'error texts',
    file: 'apps/app/app.element.js',
    find: "'The Umbraco server is unreachable (check console for details)'",
    replace: "this.localize.term('host_unreachable')",
  },
  {
    why: 'error texts',
    file: 'apps/app/app.element.js',
    find: "'The Umbraco server failed to boot'",
    replace: "this.localize.term('host_failedToStart')",
  },
  {
    why: 'no installer: the host prepares itself',
    file: 'apps/app/app.element.js',
    find: "import('../installer/installer.element.js')",
    replace: "import('./app-error.element.js')",
  },
  {
    why: 'no upgrader: the host prepares itself',
    file: 'apps/app/app.element.js',
    find: "import('../upgrader/upgrader.element.js')",
    replace: "import('./app-error.element.js')",
  },
  {
    why: 'an illustration that is not in the package',
    file: 'apps/app/app-error.element.js',
    find: "background-image: url('/umbraco/backoffice/assets/installer-illustration.svg');",
    replace: 'background-color: var(--uui-color-background);',
  },
];
