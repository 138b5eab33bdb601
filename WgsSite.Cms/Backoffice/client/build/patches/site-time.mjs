/** Times of the site, not of the computer the editor sits at. */
export const siteTime = [
  {
    why: 'dates are shown in the time of the site',
    file: 'libs/localization-api/localization.controller.js',
    find: 'return new Intl.DateTimeFormat(this.lang(), options).format(dateToFormat);',
    replace: 'return new Intl.DateTimeFormat(this.lang(), { timeZone, ...options }).format(dateToFormat);',
    imports: "import { timeZone } from 'own/site-time.js';",
  },
  ...['documents/documents/collection/views/table/column-layouts/document-table-column-property-value', 'documents/documents/collection/item/document-grid-collection-card', 'media/media/collection/views/table/media-table-collection-view', 'core/collection/components/date-table-column-view/date-table-column-view'].map((view) => ({
    why: 'dates in lists are shown in the time of the site, and without seconds',
    file: `packages/${view}.element.js`,
    find: /((?:this\._|item\.)?\w*[dD]ate)\??\.toLocaleString\(\)/g,
    replace: 'inList($1)',
    imports: "import { inList } from 'own/site-time.js';",
  })),
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
];
