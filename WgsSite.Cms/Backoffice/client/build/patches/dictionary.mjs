/** The words of the site. */
export const dictionary = [
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
];
