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
    why: 'copies are not tied to their originals here',
    file: 'packages/documents/documents/entity-actions/duplicate/modal/duplicate-document-modal.element.js',
    find: /<umb-property-layout label="Mit dem Original verknüpfen".*?<\/umb-property-layout>/s,
    replace: '',
  },
  {
    why: 'the toggle is read out with its label',
    file: 'packages/documents/documents/entity-actions/duplicate/modal/duplicate-document-modal.element.js',
    find: '@change=${this.#onIncludeDescendantsChange}',
    replace: 'label="Mit allem, was darunter steht" @change=${this.#onIncludeDescendantsChange}',
  },
  {
    why: 'a dialog that was closed is no error',
    file: 'packages/core/entity-action/default/entity-action.element.js',
    find: "console.error('Error executing action:', error);",
    replace: "if (error !== undefined && error?.type !== 'close') console.error('Error executing action:', error);",
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
];
