/** Documents and their blocks: editing, versions, history. Namesakes are told apart by what stands above them. */
export const documents = [
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
  ...['documents/documents/workspace/views/info/document', 'media/media/workspace/views/info/media'].map((view) => ({
    why: 'keys are for developers',
    file: `packages/${view}-workspace-view-info.element.js`,
    find: /<div class="general-item">\s*<strong><umb-localize key="template_id">.*?<\/div>/s,
    replace: '',
  })),
  {
    why: 'with one language, a schedule needs no row to choose it by',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: /<uui-menu-item\s+\?selectable.*?<\/uui-menu-item>/s,
    replace: (row) => `\${when(this._options.length > 1, () => html\`${row}\`)}`,
  },
  {
    why: 'with one language, a schedule is that of this one',
    file: 'packages/documents/documents/publishing/schedule-publish/modal/document-schedule-modal.element.js',
    find: 'let selected = this.data?.activeVariants ?? [];',
    replace: 'let selected = this._options.length === 1 ? this._options.map((option) => option.unique) : this.data?.activeVariants ?? [];',
  },
];
