/** What a narrow window shows, and how. */
export const smallScreens = [
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
    why: 'on a small screen the name gives way, so that none of the views beside it is cut; where they leave too little of it, they stand beneath it',
    file: 'packages/core/components/body-layout/body-layout.element.js',
    find: /#navigation-slot \{\s*margin-left: auto;\s*\}/,
    replace: `$&
			@media (max-width: 799px) {
				#header {
					flex-wrap: wrap;
					height: auto;
					min-height: var(--umb-header-layout-height);
				}
				#header-slot {
					flex: 1 1 10rem;
					padding: 0 var(--uui-size-space-3);
				}
				#header-slot,
				#action-menu-slot,
				#navigation-slot {
					height: var(--umb-header-layout-height);
				}
			}`,
  },
  ...['documents/documents/workspace/views/info/document', 'media/media/workspace/views/info/media'].map((view) => ({
    why: 'on a small screen, what is known of a page stands in one column',
    file: `packages/${view}-workspace-view-info.element.js`,
    find: 'grid-template-columns: 1fr 350px;',
    replace: `$&
				@media (max-width: 799px) {
					grid-template-columns: minmax(0, 1fr);
				}`,
  })),
  {
    why: 'on a small screen, versions stand above what differs in one',
    file: 'packages/documents/documents/rollback/modal/rollback-modal.element.js',
    find: /(#main \{[^}]*)(\}.*#box-left \{[^}]*)(\}.*#box-right \{[^}]*)/s,
    replace: `$1
				@media (max-width: 799px) {
					flex-direction: column;
				}
			$2
				@media (max-width: 799px) {
					flex: none;
					height: auto;
					max-height: 40%;
					max-width: none;
				}
			$3
				@media (max-width: 799px) {
					height: auto;
				}
			`,
  },
  {
    why: 'the dialog of a schedule fits a small screen',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: /min-width: 600px;\s*max-width: 90vw;(.*?)(flex-direction: row;)/s,
    replace: `width: 600px;
				max-width: calc(100vw - 6rem);$1$2
				flex-wrap: wrap;`,
  },
  {
    why: 'what is not found keeps off the edges',
    file: 'packages/core/workspace/entity-detail/global-components/entity-detail-not-found.element.js',
    find: /(:host > div \{\s*display: flex;)/,
    replace: '$1\n\t\t\t\tpadding: 0 var(--uui-size-space-5);\n\t\t\t\ttext-align: center;',
  },
];
