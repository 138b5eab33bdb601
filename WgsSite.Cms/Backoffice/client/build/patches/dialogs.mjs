/** Questions and choices. Names are text: a question about a page called „Preise < 50 €“ shows it as it is, and no markup out of it. */
export const dialogs = [
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
  ...['documents/documents/entity-actions/create/document', 'media/media/entity-actions/create/media'].map((place) => ({
    why: 'where nothing may be made, no button leads to the screen of types',
    file: `packages/${place}-create-options-modal.element.js`,
    find: /<br \/>\s*<uui-button\s+id="edit-permissions".*?<\/uui-button>/s,
    replace: '',
  })),
  ...['move-to/move-to', 'duplicate-to/duplicate-to'].map((action) => ({
    why: 'where several are put is chosen from a tree that is open, as it is for one',
    file: `packages/core/entity-bulk-action/common/${action}.action.js`,
    find: 'hideTreeRoot: this.args.meta.hideTreeRoot,',
    replace: 'hideTreeRoot: this.args.meta.hideTreeRoot,\n                expandTreeRoot: true,',
  })),
];
