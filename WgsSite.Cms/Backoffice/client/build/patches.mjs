import { keptPackages, droppedPackages } from './packages.mjs';

/**
 * Places of the client that have no extension point and must differ here. Each patch names the file, what must be found
 * in it, what stands there afterwards and what that needs imported; build/patching.mjs applies them, and fails the build
 * when a place is gone (a newer client).
 */
export const patches = [
  {
    why: 'register our packages only',
    file: 'apps/backoffice/backoffice.element.js',
    find: /const CORE_PACKAGES = \[([^\]]*)\];/,
    replace(_, list) {
      const known = [...list.matchAll(/packages\/([\w-]+)\/umbraco-package\.js/g)].map((m) => m[1]);
      const undecided = known.filter((name) => !keptPackages.includes(name) && !(name in droppedPackages));
      const gone = [...keptPackages, ...Object.keys(droppedPackages)].filter((name) => !known.includes(name));
      if (undecided.length || gone.length)
        throw new Error(`build/packages.mjs does not fit the client: undecided [${undecided}], unknown to it [${gone}]`);
      return `const CORE_PACKAGES = [${keptPackages.map((name) => `import('../../packages/${name}/umbraco-package.js')`)}];`;
    },
  },
  {
    why: 'the code editor with our choice of languages',
    file: 'external/monaco-editor/index.js',
    find: "export * as monaco from 'monaco-editor';",
    replace: "export * as monaco from 'own/monaco.js';",
  },
  {
    why: 'no language services for CSS and TypeScript: 8 MB that nobody here writes code with',
    file: 'external/monaco-editor/index.js',
    find: /import (css|ts)Worker from [^;]+;/g,
    replace: '',
  },
  {
    why: 'no language services for CSS and TypeScript (their use)',
    file: 'external/monaco-editor/index.js',
    find: /if \(([^()]|\([^()]*\))*\) \{\s*return new (css|ts)Worker\(\);\s*\}/g,
    replace: '',
  },
  {
    why: 'German and English only; the other languages are two megabytes nobody loads',
    file: 'packages/core/localization/manifests.js',
    find: /\n {4}\{\s*type: 'localization',.*?\n {4}\},/gs,
    replace: (manifest) => (/culture: '(de|en)(-\w+)?'/.test(manifest) ? manifest : ''),
  },

  // The site's own name where the client shows its maker's.
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

  // Style sheets that a stock server brings and the package does not.
  ...[
    ['dark', 'Dark (Experimental)'],
    ['high-contrast', 'High contrast (Experimental)'],
  ].flatMap(([theme, name]) => {
    const variable = `${theme.replace('-', '')}Theme`;
    return [
      {
        why: `style sheet of the ${theme} theme`,
        file: 'packages/core/themes/manifests.js',
        find: `'/umbraco/backoffice/css/${theme}.theme.css'`,
        replace: variable,
        imports: `import ${variable} from 'own/styles/${theme}.theme.css?url';`,
      },
      {
        why: 'localized name of the theme',
        file: 'packages/core/themes/manifests.js',
        find: `name: '${name}'`,
        replace: `name: '#host_${variable}'`,
      },
    ];
  }),
  {
    why: 'localized name of the theme',
    file: 'packages/core/themes/manifests.js',
    find: "name: 'Light'",
    replace: "name: '#host_lightTheme'",
  },
  {
    why: 'localized names of themes, where they are listed',
    file: 'packages/user/current-user/theme/current-user-theme-user-profile-app.element.js',
    find: 'name: t.name,',
    replace: 'name: this.localize.string(t.name),',
  },
  {
    why: 'the themes are ours, and checked',
    file: 'packages/user/current-user/theme/current-user-theme-user-profile-app.element.js',
    find: '<uui-tag slot="headline" look="placeholder">Experimental</uui-tag>',
    replace: '',
  },
  {
    why: 'localized headline and label of the choice of theme',
    file: 'packages/user/current-user/theme/current-user-theme-user-profile-app.element.js',
    find: /headline="Theme">(.*?)label="Select theme"/s,
    replace: "headline=${this.localize.term('host_theme')}>$1label=${this.localize.term('host_theme')}",
  },
  {
    why: 'style sheet of rich text while it is edited',
    file: 'packages/tiptap/components/input-tiptap/input-tiptap.element.js',
    find: "'/umbraco/backoffice/css/rte-content.css'",
    replace: 'rteContent',
    imports: "import rteContent from 'own/styles/rte-content.css?url';",
  },
  {
    why: 'layout of block grids while they are edited',
    file: 'packages/block/block-grid/context/constants.js',
    find: "'/umbraco/backoffice/css/umbraco-blockgridlayout.css'",
    replace: 'blockGridLayout',
    imports: "import blockGridLayout from 'own/styles/block-grid-layout.css?url';",
  },
  {
    why: 'a link to a style sheet, of use to developers only',
    file: 'packages/block/block-grid/property-editors/block-grid-layout-stylesheet/property-editor-ui-block-grid-layout-stylesheet.element.js',
    find: /<br \/>\s*<a href="\/umbraco\/backoffice\/css\/umbraco-blockgridlayout\.css".*?<\/a\s*>/s,
    replace: '',
  },

  // What others change must be seen for as long as the window is open.
  {
    why: 'the hub is connected to again after a pause',
    file: 'packages/management-api/server-event/global-context/server-event.context.js',
    find: `accessTokenFactory: () => token,
        })
            .build();`,
    replace: `accessTokenFactory: () => token,
        })
            .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => Math.min(1000 * 2 ** retry.previousRetryCount, 30000) })
            .build();
        this.#connection.onreconnecting(() => this.#isConnected.setValue(false));
        this.#connection.onreconnected(() => this.#isConnected.setValue(true));`,
  },
  {
    why: 'an open preview shows what was saved just now',
    file: 'packages/documents/documents/workspace/document-workspace.context.js',
    find: `this.#previewWindow.focus();
`,
    replace: `this.#previewWindow.location.reload();
                this.#previewWindow.focus();
`,
  },

  {
    why: 'title of a block’s dialog, in German order of words',
    file: 'packages/block/block/workspace/block-workspace.context.js',
    find: 'const title = `${prefix} ${label}`;',
    replace: () =>
      "const action = this.getIsNew() === true ? '#host_add' : '#host_edit'; const title = label.trim().endsWith(':') ? `${label.trim().slice(0, -1)} ${action}` : `${label.trim()} – ${action}`;",
  },
  {
    why: 'title of a block’s dialog: the prefix it had',
    file: 'packages/block/block/workspace/block-workspace.context.js',
    find: "const prefix = this.getIsNew() === true ? '#general_add' : '#general_edit';",
    replace: '',
  },
  {
    why: 'no aliases as tooltips: they are names for developers',
    file: 'packages/core/property/components/property-layout/property-layout.element.js',
    find: ' title=${this.alias}',
    replace: '',
  },
  // Nothing an editor typed is lost, and nothing said disappears unread.
  {
    why: 'a session that runs out asks to sign in again in this window; leaving for the sign-in page would lose what was typed',
    file: 'packages/core/auth/modals/umb-auth-timeout-modal.element.js',
    find: /clearInterval\(this\.#interval\);\s*this\.#handleLogout\(\);/,
    replace: `clearInterval(this.#interval);
                this.data?.onTimeOut?.();
                this.modalContext?.submit();`,
  },
  {
    why: 'a session that runs out asks to sign in again in this window (its other half)',
    file: 'packages/core/auth/controllers/auth-session-timeout.controller.js',
    find: 'onContinue: () => {',
    replace: `onTimeOut: () => this.#host.timeOut(),
                onContinue: () => {`,
  },
  {
    why: 'the window that signs in again must not take the ended session for a running one',
    file: 'packages/core/auth/auth.context.js',
    find: /timeOut\(\) \{/,
    replace: `timeOut() {
        this.#authFlow.clearTokenStorage();`,
  },
  {
    why: 'a document carries the draft it was read from …',
    file: 'packages/documents/documents/repository/detail/document-detail.server.data-source.js',
    find: /const \{ data, error \} = (await tryExecute\(this, DocumentService\.getDocumentById\(.*?)unique: data\.id,/s,
    replace: "const { data, error, response } = $1unique: data.id,\n            draft: response.headers.get('ETag'),",
  },
  {
    why: '… and says so when it is saved',
    file: 'packages/documents/documents/repository/detail/document-detail.server.data-source.js',
    find: /DocumentService\.putDocumentById\(\{/,
    replace: "DocumentService.putDocumentById({\n            headers: { 'If-Match': model.draft },",
  },
  {
    why: 'what is typed while a document is loaded again stays; a text of somebody else is not put beneath it',
    file: 'packages/core/workspace/entity-detail/entity-detail-workspace-base.js',
    find: /(async reload\(\) \{.*?_processIncomingData\(data\);)\s*this\._data\.setPersisted\(processedData\);\s*this\._data\.setCurrent\(processedData\);/s,
    replace: `$1
            if (this.getUnique() !== unique) return;
            const persisted = this._data.getPersisted();
            if (processedData.draft !== persisted?.draft && this.getHasUnpersistedChanges()) return;
            this._data.setPersisted(processedData);
            this._data.setCurrent(withTyped(persisted, this._data.getCurrent(), processedData));`,
    imports: "import { withTyped } from 'own/editing/typed.js';",
  },
  {
    why: 'what is typed while a save is on its way stays (all but documents)',
    file: 'packages/core/workspace/entity-detail/entity-detail-workspace-base.js',
    find: /(async _update\(currentData\) \{.*?)this\._data\.setCurrent\(data\);/s,
    replace: '$1this._data.setCurrent(withTyped(currentData, this._data.getCurrent(), data));',
  },
  {
    why: 'what is typed while a save is on its way stays (documents): what the save is made of',
    file: 'packages/content/content/manager/element-data-manager.js',
    find: /(async constructData\(selectedVariants\) \{)/,
    replace: '$1\n        this.sentFrom = this.getCurrent();',
  },
  {
    why: 'what is typed while a save is on its way stays (documents)',
    file: 'packages/content/content/workspace/content-detail-workspace-base.js',
    find: /this\._data\.setCurrent\(newCurrentData\);/g,
    replace: 'this._data.setCurrent(withTyped(this._data.sentFrom, this._data.getCurrent(), newCurrentData));',
    imports: "import { withTyped } from 'own/editing/typed.js';",
  },
  {
    why: 'what the server says in detail is shown too',
    file: 'packages/core/resources/try-execute/try-execute.controller.js',
    find: 'message = apiError.problemDetails.title;',
    replace: `message = apiError.problemDetails.title;
            if (apiError.problemDetails.detail) {
                headline = message;
                message = apiError.problemDetails.detail;
            }`,
  },
  {
    why: 'errors stay until they are closed',
    file: 'packages/core/notification/controllers/peek-error/peek-error.controller.js',
    find: "context.peek(args.color ?? 'danger', {",
    replace: "context.stay(args.color ?? 'danger', {",
  },

  {
    why: 'an item that was taken out of the tree is no error, and has no children to show',
    file: 'packages/core/tree/tree-item/tree-item-expansion.manager.js',
    find: "throw new Error('Tree context is not set');",
    replace: 'return;',
  },
  {
    why: 'an item that was taken out of the tree is no error (its children)',
    file: 'packages/core/tree/tree-item/tree-item-children.manager.js',
    find: /if \(!repository\)\s+throw new Error\('Could not request children, repository is missing'\);/g,
    replace: 'if (!this.#treeContext) return;\n        $&',
  },
  {
    why: 'a document without a name is said to have none: the red line above it is easily missed',
    file: 'packages/content/content/workspace/content-detail-workspace-base.js',
    find: 'variantsWithoutAName.forEach((variant) => {',
    replace: `const localize = new UmbLocalizationController(this);
            umbPeekError(this, { headline: localize.term('host_nameMissing'), message: localize.term('host_nameMissingText') });
            $&`,
    imports: "import { umbPeekError } from '../../../core/notification/index.js'; import { UmbLocalizationController } from '../../../../libs/localization-api/index.js';",
  },
  {
    why: 'an address that leads nowhere says so at once, not after ten seconds of a blank page, and leads back',
    file: 'packages/core/router/route/not-found/route-not-found.element.js',
    find: /(key="routing_routeNotFoundDescription"><\/umb-localize>)(.*)fadeIn 5s 5s forwards/s,
    replace: '$1\n<p><uui-button look="outline" href="section/content" label=${this.localize.term("host_toContent")}></uui-button></p>$2fadeIn 200ms 1s forwards',
  },
  {
    why: 'copies are not tied to their originals here',
    file: 'packages/documents/documents/entity-actions/duplicate/modal/duplicate-document-modal.element.js',
    find: /<umb-property-layout label="Mit dem Original verknüpfen".*?<\/umb-property-layout>/s,
    replace: '',
  },
  {
    why: 'the toggle is read out with its label',
    file: 'packages/documents/documents/entity-actions/duplicate/modal/duplicate-document-modal.element.js',
    find: '@change=${this.#onIncludeDescendantsChange}',
    replace: 'label=${this.localize.term("host_withDescendants")} @change=${this.#onIncludeDescendantsChange}',
  },
  {
    why: 'a dialog that was closed is no error',
    file: 'packages/core/entity-action/default/entity-action.element.js',
    find: "console.error('Error executing action:', error);",
    replace: "if (error !== undefined && !(error instanceof Event) && error?.type !== 'close') console.error('Error executing action:', error);",
  },

  // Times of the site, not of the computer the editor sits at.
  {
    why: 'dates are shown in the time of the site',
    file: 'libs/localization-api/localization.controller.js',
    find: 'return new Intl.DateTimeFormat(this.lang(), options).format(dateToFormat);',
    replace: 'return new Intl.DateTimeFormat(this.lang(), { timeZone, ...options }).format(dateToFormat);',
    imports: "import { timeZone } from 'own/site-time.js';",
  },
  {
    why: 'a schedule is shown in the time of the site',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: /(#formatDate\(dateStr\) \{).*?(\n {4}\}\n {4}#onFromDateChange)/s,
    replace: '$1\n        return inField(dateStr);$2',
    imports: "import { inField, momentOf } from 'own/site-time.js';",
  },
  {
    why: 'a schedule is entered in the time of the site',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: 'return value.length ? value : null;',
    replace: 'return momentOf(value)?.toISOString() ?? null;',
  },
  {
    why: 'a schedule is checked in the time of the site',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: /const date = new Date\(value\);/g,
    replace: 'const date = momentOf(value);',
  },
  {
    why: 'the two fields of a schedule have names of their own',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: /label=\$\{this\.localize\.term\('general_publishDate'\)\}(?=>\s*<div slot="append">\s*\$\{when\(toDate)/,
    replace: "label=${this.localize.term('content_unpublishDate')}",
  },
  {
    why: 'a plan that makes no sense stands at its field, and is no error of the client',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: /(?<!await )this\.#validation\.validate\(\);/g,
    replace: 'this.#validation.validate().catch(() => {});',
  },
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
  {
    why: 'versions are compared by what people read; where a change is in something else, by all that is stored',
    file: 'packages/documents/documents/rollback/modal/rollback-modal.element.js',
    find: /const draftValueString = [^;]+;\s+const versionValueString = [^;]+;/,
    replace: `const [draftStored, versionStored] = [JSON.stringify(draftValue.value), JSON.stringify(item.value)];
            if (draftStored === versionStored) return;
            const [draftRead, versionRead] = [readable(draftValue.value), readable(item.value)];
            const [draftValueString, versionValueString] = draftRead === versionRead ? [draftStored, versionStored] : [draftRead, versionRead];`,
    imports: "import { fieldNames, readable } from 'own/editing/version-text.js';",
  },
  {
    why: 'fields of a version have the names editors know (loading them)',
    file: 'packages/documents/documents/rollback/modal/rollback-modal.element.js',
    find: 'this.#currentDocument = data;',
    replace: '$& fieldNames(data.documentType.unique).then((names) => { this._names = names; this.requestUpdate(); });',
  },
  {
    why: 'fields of a version have the names editors know',
    file: 'packages/documents/documents/rollback/modal/rollback-modal.element.js',
    find: '<uui-table-cell>${item.alias}</uui-table-cell>',
    replace: '<uui-table-cell>${this._names?.get(item.alias) ?? item.alias}</uui-table-cell>',
  },
  {
    why: 'fields of a version have the names editors know (headline)',
    file: 'packages/documents/documents/rollback/modal/rollback-modal.element.js',
    find: "this.localize.term('general_alias')",
    replace: "this.localize.term('host_field')",
  },
  {
    why: 'lines of a version stay lines, and long ones do not leave the window',
    file: 'packages/documents/documents/rollback/modal/rollback-modal.element.js',
    find: '<uui-table-cell>\n\t\t\t\t\t\t\t\t\t\t${diff',
    replace: '<uui-table-cell style="white-space: pre-line; overflow-wrap: anywhere">${diff',
  },
  {
    why: 'the history says more than what kind of thing was done',
    file: 'packages/documents/documents/audit-log/info-app/document-history-workspace-info-app.element.js',
    find: '<span>${this.localize.term(text.desc, item.parameters)}</span>',
    replace: '<span>${this.localize.term(text.desc, item.parameters)}${item.comment ? ` (${item.comment})` : \'\'}</span>',
  },
  // One message when nobody answers.
  {
    why: 'nobody answers: said once, in plain words, whatever asked',
    file: 'packages/core/resources/try-execute/try-execute.controller.js',
    find: /let headline = /,
    replace: `if (error.message === unreachable) {
            connectionLost();
            return;
        }
        let headline = `,
    imports: "import { connectionLost, unreachable } from 'own/editing/connection.js';",
  },

  {
    why: 'the browser is offline: the same message as when nobody answers',
    file: 'apps/app/network-connection-status.manager.js',
    find: /(#onOffline\(\) \{).*?\n {4}\}/s,
    replace: '$1 connectionLost(); }',
    imports: "import { connectionLost } from 'own/editing/connection.js';",
  },

  // Namesakes are told apart by what stands above them.
  {
    why: 'the header’s search says where a page stands',
    file: 'packages/documents/documents/search/document-search-result-item.element.js',
    find: '<span class=${classMap(classes)}>${label}</span>',
    replace: '<span class=${classMap(classes)}>${label}${this._place ? html`<small>${this._place}</small>` : nothing}</span>',
    imports: "import { placeOf } from 'own/documents/place.js';",
  },
  {
    why: 'the header’s search says where a page stands (asked when the page is known)',
    file: 'packages/documents/documents/search/document-search-result-item.element.js',
    find: /\n {4}render\(\) \{/,
    replace: `
    async willUpdate(changed) {
        super.willUpdate(changed);
        if (!changed.has('item')) return;
        const item = this.item;
        const place = await placeOf(this, item);
        if (item !== this.item) return;
        this._place = place;
        this.requestUpdate();
    }
    render() {`,
  },
  {
    why: 'the header’s search says where a page stands (style), and drafts are legible',
    file: 'packages/documents/documents/search/document-search-result-item.element.js',
    find: /(> span \{\s*flex: 1;)(.*?)opacity: 0\.6;/s,
    replace: `$1
					small {
						display: block;
						color: var(--uui-color-text-alt);
					}
$2font-style: italic;`,
  },
  {
    why: 'a link to a page leads to the page itself; the way through a dialog beside it gets an address nothing answers',
    file: 'packages/documents/documents/item/document-item-ref.element.js',
    find: /const path = UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN\.generateLocal\(\{ unique: this\._unique \}\);\s*return `\$\{this\._editPath\}\/\$\{path\}`;/,
    replace: 'return UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN.generateAbsolute({ unique: this._unique });',
  },
  {
    why: 'the search in a choice says where a page stands',
    file: 'packages/documents/documents/item/document-item-ref.element.js',
    find: 'name=${this._name}',
    replace: 'name=${this._name} detail=${this._place ?? ""}',
    imports: "import { placeOf } from 'own/documents/place.js';",
  },
  {
    why: 'the search in a choice says where a page stands (asked when the page is known)',
    file: 'packages/documents/documents/item/document-item-ref.element.js',
    find: /\n {4}render\(\) \{/,
    replace: `
    async willUpdate(changed) {
        super.willUpdate(changed);
        if (!this.selectOnly || !(changed.has('item') || changed.has('selectOnly'))) return;
        const item = this.item;
        const place = await placeOf(this, item);
        if (item?.unique !== this.item?.unique) return;
        this._place = place;
        this.requestUpdate();
    }
    render() {`,
  },

  // Words.
  {
    why: 'a word is headed by what it says, not by its name in code, which cannot be changed',
    file: 'packages/dictionary/workspace/dictionary-workspace-editor.element.js',
    find: '<umb-workspace-header-name-editable slot="header"></umb-workspace-header-name-editable>',
    replace: '<host-word-heading slot="header"></host-word-heading>',
    imports: "import 'own/dictionary/word-heading.element.js';",
  },
  {
    why: 'with one language, the field of a word needs no name of a language',
    file: 'packages/dictionary/workspace/views/workspace-view-dictionary-editor.element.js',
    find: /label=\$\{language\.name \?\? language\.unique\}(.*?)label="Übersetzung"/s,
    replace: `label=\${this._languages.length > 1 ? language.name ?? language.unique : this.localize.term('hostWords_text')}
			description=\${/\\{\\d+\\}/.test(translation?.translation ?? '') ? this.localize.term('hostWords_placeholder') : ''}$1auto-height
				label=\${this.localize.term('hostWords_text')}`,
  },
  {
    why: 'the list of words says what group each belongs to; with one language, columns of languages say nothing',
    file: 'packages/dictionary/collection/views/table/dictionary-table-collection-view.element.js',
    find: /name: this\.localize\.term\('general_name'\),(.*?)const languageColumns = languages\.map\(/s,
    replace: `name: this.localize.term('hostWords_text'),$1columns.push({ name: this.localize.term('hostWords_group'), alias: 'group' });
        const languageColumns = severalOf(languages).map(`,
    imports: "import { groupsOf } from 'own/dictionary/groups.js';\nconst severalOf = (languages) => (languages.length > 1 ? languages : []);",
  },
  {
    why: 'the list of words says what group each belongs to (cells)',
    file: 'packages/dictionary/collection/views/table/dictionary-table-collection-view.element.js',
    find: '...languages.map((language) => {',
    replace: "{ columnAlias: 'group', value: this._groups?.get(dictionary.parentUnique) ?? '' },\n                    ...severalOf(languages).map((language) => {",
  },
  {
    why: 'the list of words says what group each belongs to (asked for the words shown)',
    file: 'packages/dictionary/collection/views/table/dictionary-table-collection-view.element.js',
    find: /\(collectionItems\) => \{/,
    replace: `async (collectionItems) => {
            this._shown = collectionItems;
            const groups = await groupsOf(this, collectionItems);
            if (this._shown !== collectionItems) return;
            this._groups = groups;`,
  },

  // No blank pages.
  {
    why: 'a section without dashboards: what to do there, and that an address leads nowhere',
    file: 'packages/core/section/section-main-views/section-main-views.element.js',
    find: /this\._routes = routes;/,
    replace: `if (routes.length === 0)
            routes.push(
                { path: '', pathMatch: 'full', component: async () => (await import('own/screens/section-start.element.js')).SectionStart },
                { path: '**', component: async () => (await import('../../router/index.js')).UmbRouteNotFoundElement },
            );
        this._routes = routes;`,
  },
  {
    why: 'an address that leads nowhere is not taken for that of the first dashboard',
    file: 'packages/core/section/section-main-views/section-main-views.element.js',
    find: /(\.\.\.routes\[0\],.*?path: '')/s,
    // The media's list has addresses of its own beneath it.
    replace: "$1, ...(routes[0].path === 'dashboard/media' ? {} : { pathMatch: 'full' })",
  },
  {
    why: 'a document that is gone is said to be gone',
    file: 'packages/documents/documents/workspace/document-workspace-editor.element.js',
    find: 'return !this._loading && this._routes',
    replace: `if (!this._loading && !this.#isForbidden && this.#workspaceContext && !this.#workspaceContext.getData())
            return html \`<umb-entity-detail-not-found entity-type="document"></umb-entity-detail-not-found>\`;
        return !this._loading && this._routes`,
  },
  {
    why: 'what is gone leads back',
    file: 'packages/core/workspace/entity-detail/global-components/entity-detail-not-found.element.js',
    find: /(\$\{this\.localize\.term\('entityDetail_notFoundDescription', this\.entityType\)\})/,
    replace: `$1
				<p><uui-button look="outline" href="section/content" label=\${this.localize.term('host_toContent')}></uui-button></p>`,
  },

  // Restoring.
  {
    why: 'the place something is restored to is asked first; until then nothing is said of it',
    file: 'packages/core/recycle-bin/entity-action/restore-from-recycle-bin/modal/restore-from-recycle-bin-modal.element.js',
    find: /this\.setDestination\(unique\);(\s*this\._isAutomaticRestore = true;\s*\})/,
    replace: `await this.setDestination(unique);$1
        this._isKnown = true;
        this.requestUpdate();`,
  },
  {
    why: 'the place something is restored to is asked first (what is seen meanwhile)',
    file: 'packages/core/recycle-bin/entity-action/restore-from-recycle-bin/modal/restore-from-recycle-bin-modal.element.js',
    find: /\$\{this\._isAutomaticRestore\s*\?/,
    replace: () => '${!this._isKnown ? html`<uui-loader-bar></uui-loader-bar>` : this._isAutomaticRestore ?',
  },
  {
    why: 'the place something is restored to is asked first (nothing to confirm meanwhile)',
    file: 'packages/core/recycle-bin/entity-action/restore-from-recycle-bin/modal/restore-from-recycle-bin-modal.element.js',
    find: 'look="primary" label="Wiederherstellen"',
    replace: () => 'look="primary" label="Wiederherstellen" ?disabled=${!this._isKnown}',
  },

  // Names are text: a question asked about a page called „Preise < 50 €“ shows them as they are, and no markup out of them.
  ...[
    ['core/entity-action/common/delete/delete.action.js', 'string(message, item.name)', '../../../'],
    ['core/recycle-bin/entity-action/trash/trash.action.js', 'string(message, item.name)', '../../../'],
    ['relations/relations/entity-actions/delete/modal/delete-with-relation-modal.element.js', "string('#defaultdialogs_confirmdelete', this._name)", '../../../../../core/'],
    ['relations/relations/entity-actions/trash/modal/trash-with-relation-modal.element.js', "string('#defaultdialogs_confirmTrash', this._name)", '../../../../../core/'],
    ['block/block/context/block-entry.context.js', "term('blockEditor_confirmDeleteBlockMessage', blockName)", '../../../core/'],
  ].map(([file, find, core]) => ({
    why: 'names are text',
    file: `packages/${file}`,
    find,
    replace: find.replace(/, ([\w.]+)\)$/, ', escapeHTML($1))'),
    imports: `import { escapeHTML } from '${core}utils/index.js';`,
  })),
  {
    why: 'names are text (what is chosen)',
    file: 'packages/core/picker-input/picker-input.context.js',
    find: 'Möchten Sie „${name}“',
    replace: () => 'Möchten Sie „${escapeHTML(name)}“',
    imports: "import { escapeHTML } from '../utils/index.js';",
  },

  {
    why: 'what is deleted for good is named: documents have their names in their variants',
    file: 'packages/relations/relations/entity-actions/delete/modal/delete-with-relation-modal.element.js',
    find: 'this._name = item.name;',
    replace: 'this._name = item.name ?? item.variants?.[0]?.name;',
  },

  // Where nothing may be made, that is said; the types that say so are files, and no screen to be led to.
  ...['documents/documents/entity-actions/create/document', 'media/media/entity-actions/create/media'].map((place) => ({
    why: 'where nothing may be made, no button leads to the screen of types',
    file: `packages/${place}-create-options-modal.element.js`,
    find: /<br \/>\s*<uui-button\s+id="edit-permissions".*?<\/uui-button>/s,
    replace: '',
  })),

  // Small screens.
  {
    why: 'on a small screen, tree and page take turns',
    file: 'packages/core/section/default/default-section.element.js',
    find: "this._splitPanelPosition = '300px';",
    replace: `this._splitPanelPosition = '300px';
        this._drawer = new TreeDrawer(this);`,
    imports: "import { TreeDrawer } from 'own/screens/tree-drawer.js';",
  },
  {
    why: 'on a small screen, tree and page take turns (their places)',
    file: 'packages/core/section/default/default-section.element.js',
    find: /(<umb-split-panel)(.*?)<umb-section-sidebar slot="start">(.*?)<umb-section-main slot="end">/s,
    replace: `\${this._drawer.isNarrow && this._sidebarApps?.length > 0
            ? html\`<uui-button id="drawer" look="secondary" aria-expanded=\${this._drawer.isOpen} label=\${this.localize.term(this._drawer.isOpen ? 'host_treeClose' : 'host_treeOpen')} @click=\${this._drawer.toggle}></uui-button>\`
            : nothing}
			$1$2<umb-section-sidebar slot=\${this._drawer.treeSlot}>$3<umb-section-main slot=\${this._drawer.pageSlot}>`,
  },
  {
    why: 'on a small screen, tree and page take turns (style)',
    file: 'packages/core/section/default/default-section.element.js',
    find: /@media only screen and \(min-width: 800px\)/,
    replace: `#drawer {
				flex: none;
				--uui-button-border-radius: 0;
				border-bottom: 1px solid var(--uui-color-border);
			}
			@media (max-width: 799px) {
				:host {
					flex-direction: column;
				}
			}
			$&`,
  },
  {
    why: 'where the way up and the buttons do not fit beside each other, they stand in two rows; nothing is cut',
    file: 'packages/core/components/footer-layout/footer-layout.element.js',
    find: /height: var\(--umb-footer-layout-height\);(.*?)#actions \{\s*display: flex;/s,
    replace: `flex-wrap: wrap;
				flex: none;
				padding: var(--uui-size-space-1) 0;
				min-height: var(--umb-footer-layout-height);$1::slotted(*) {
				min-width: 0;
				max-width: 100%;
			}

			#actions {
				display: flex;
				flex-wrap: wrap;
				justify-content: flex-end;
				align-items: center;
				min-height: calc(var(--umb-footer-layout-height) - 3 * var(--uui-size-space-1));`,
  },
  {
    why: 'a way up that is longer than the screen is scrolled, from its end',
    file: 'packages/core/workspace/components/workspace-breadcrumb/workspace-variant-menu-breadcrumb/workspace-variant-menu-breadcrumb.element.js',
    find: 'overflow: hidden;',
    replace: 'overflow-x: auto;\n\t\t\t\tscrollbar-width: none;',
  },
  {
    why: 'cameras name files in capitals',
    file: 'packages/core/temporary-file/temporary-file-manager.class.js',
    find: "item.file.name.split('.').pop() ?? ''",
    replace: "(item.file.name.split('.').pop() ?? '').toLowerCase()",
  },
  {
    why: 'of several files, too, those that are not taken are named',
    file: 'packages/media/media/dropzone/media-dropzone.manager.js',
    find: 'this._updateStatus(item, UmbFileDropzoneItemStatus.NOT_ALLOWED);\n                continue;',
    replace: `this.#notificationContext?.stay('warning', { data: { message: \`\${this.#localization.term('media_disallowedFileType')}: \${item.temporaryFile?.file.name ?? item.folder?.name}.\` } });
                this._updateStatus(item, UmbFileDropzoneItemStatus.NOT_ALLOWED);
                continue;`,
  },
  ...['move-to/move-to', 'duplicate-to/duplicate-to'].map((action) => ({
    why: 'where several are put is chosen from a tree that is open, as it is for one',
    file: `packages/core/entity-bulk-action/common/${action}.action.js`,
    find: 'hideTreeRoot: this.args.meta.hideTreeRoot,',
    replace: 'hideTreeRoot: this.args.meta.hideTreeRoot,\n                expandTreeRoot: true,',
  })),
  {
    why: 'what is not taken is named until somebody has read it',
    file: 'packages/media/media/dropzone/media-dropzone.manager.js',
    find: "peek('warning', {\n                data: {",
    replace: "stay('warning', {\n                data: {",
  },
  {
    why: 'a file’s name says nothing of what is to be seen; what was written to the picture counts until something else is',
    file: 'packages/media/media/modals/media-caption-alt-text/media-caption-alt-text-modal.element.js',
    find: /this\.value = (\{\s*\.\.\.this\.value,\s*altText: this\.value\?\.altText \?\? )mediaData\.variants\[0\]\.name/,
    replace: `this._described = mediaData.values.find((value) => value.alias === 'alternativeText')?.value;
        this.value = $1''`,
  },
  {
    why: 'what was written to the picture is shown where something else may be written',
    file: 'packages/media/media/modals/media-caption-alt-text/media-caption-alt-text-modal.element.js',
    find: /(?<=\s)id="alt-text"/,
    replace: 'id="alt-text" placeholder=${this._described ?? nothing}',
    imports: "import { nothing } from '../../../../../external/lit/index.js';",
  },
  {
    why: 'files that are there have their cards; the list beneath them is for those on their way and those that failed',
    file: 'packages/media/media/dropzone/dropzone-media.element.js',
    find: '    #handleDragEnter(e) {',
    replace: `    renderUploader() {
        return this._progressItems?.every((item) => item.status === UmbFileDropzoneItemStatus.COMPLETE) ? null : super.renderUploader();
    }
    #handleDragEnter(e) {`,
  },
  {
    why: 'what can be done with several at once takes a second row where one is too narrow',
    file: 'packages/core/collection/components/collection-selection-actions.element.js',
    find: /(#selection-info,\s*#actions \{\s*display: flex;)/,
    replace: '#container,\n\t\t\t#actions {\n\t\t\t\tflex-wrap: wrap;\n\t\t\t}\n\t\t\t#selection-info {\n\t\t\t\twhite-space: nowrap;\n\t\t\t}\n\t\t\t$1',
  },
  {
    why: 'where the footer has two rows, the page above it has the rest of the height',
    file: 'packages/documents/documents/workspace/document-workspace-split-view.element.js',
    find: 'height: calc(100% - var(--umb-footer-layout-height));',
    replace: 'flex: 1 1 0;\n\t\t\t\tmin-height: 0;',
  },
  {
    why: 'where the footer has two rows, the page above it has the rest of the height (media)',
    file: 'packages/media/media/workspace/media-workspace-split-view.element.js',
    find: 'height: calc(100% - var(--umb-footer-layout-height));',
    replace: 'flex: 1 1 0;\n\t\t\t\tmin-height: 0;',
  },
  {
    why: 'the header’s buttons are read on the header, whatever colour buttons are elsewhere',
    file: 'apps/backoffice/components/backoffice-header.element.js',
    find: /(--uui-focus-outline-color: var\(--uui-color-header-contrast-emphasis\);)/,
    replace: '$1\n\t\t\t\t--uui-button-contrast: var(--uui-color-header-contrast-emphasis);\n\t\t\t\t--uui-button-contrast-hover: var(--uui-color-header-contrast-emphasis);',
  },
  {
    why: 'on a small screen the name gives way, so that none of the views beside it is cut',
    file: 'packages/core/components/body-layout/body-layout.element.js',
    find: /#navigation-slot \{\s*margin-left: auto;\s*\}/,
    replace: `$&
			@media (max-width: 799px) {
				#header-slot {
					flex-shrink: 1;
					padding: 0 var(--uui-size-space-3);
				}
			}`,
  },

  // Webhooks.
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
    find: /<uui-input @input=\$\{this\.#onUrlChange\}(.*?)<uui-toggle slot="editor"/s,
    replace: "<uui-input type=\"url\" placeholder=\"https://\" label=${this.localize.term('webhooks_url')} @input=${this.#onUrlChange}$1<uui-toggle slot=\"editor\" label=${this.localize.term('webhooks_enabled')}",
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

  // Accounts: what has no server half here.
  {
    why: 'no pictures of people, no accounts of programs',
    file: 'packages/user/user/workspace/user/views/user-details-workspace-view.element.js',
    find: /<umb-user-workspace-avatar><\/umb-user-workspace-avatar>(\s*<umb-user-workspace-info><\/umb-user-workspace-info>)\s*<umb-user-workspace-client-credentials><\/umb-user-workspace-client-credentials>/,
    replace: '$1',
  },
  {
    why: 'the backoffice speaks German',
    file: 'packages/user/user/workspace/user/components/user-workspace-profile-settings/user-workspace-profile-settings.element.js',
    find: '${this.#renderEmailProperty()} ${this.#renderUsernameProperty()} ${this.#renderUILanguageProperty()}',
    replace: () => '${this.#renderEmailProperty()} ${this.#renderUsernameProperty()}',
  },
  {
    why: 'keys are for developers',
    file: 'packages/user/user/workspace/user/components/user-workspace-info/user-workspace-info.element.js',
    find: "{ labelKey: 'general_id', value: user.unique },",
    replace: '',
  },
  {
    why: 'all accounts are people’s',
    file: 'packages/user/user/workspace/user/components/user-workspace-info/user-workspace-info.element.js',
    find: /\{\s*labelKey: 'user_kind',.*?\},\s*(?=\{\s*labelKey: 'user_lastLogin')/s,
    replace: '',
  },
  {
    why: 'what accounts are named by is asked for before it is used; a slow answer was an error in the page',
    file: 'packages/user/user/workspace/user/components/user-workspace-profile-settings/user-workspace-profile-settings.element.js',
    find: /this\.observe\((this\.#userWorkspaceContext\?\.configRepository\.part\('usernameIsEmail'\).*?'umbUsernameIsEmailObserver')\);/s,
    replace: 'instance?.configRepository.initialized.then(() => this.observe($1));',
  },
];
