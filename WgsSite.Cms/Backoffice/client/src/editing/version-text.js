import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';

/** Names of a document type's fields: alias → name. */
export async function fieldNames(documentType) {
  const names = new Map([['name', 'Name']]);
  const { data } = await umbHttpClient.get({ url: `/umbraco/management/api/v1/document-type/${documentType}`, security: [{ scheme: 'bearer', type: 'http' }] });
  for (const { alias, name } of data?.properties ?? []) names.set(alias, name);
  return names;
}

/** Members of a value that only the client reads. */
const inner = new Set(['key', 'udi', 'contentKey', 'contentTypeKey', 'settingsKey', 'editorAlias', 'alias', 'culture', 'segment', 'layout', 'expose', 'settingsData', 'unique', 'type', 'icon', 'queryString', 'published', 'trashed', 'entityType', 'mediaKey', 'mediaTypeAlias']);

/** What a person reads of a stored value: its texts, without what holds them together. */
export function readable(value) {
  if (value === null || value === undefined) return '';
  if (value === true) return 'Ja';
  if (value === false) return 'Nein';
  if (typeof value === 'string') return withoutMarkup(value);
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join('\n');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => !inner.has(name))
      .map(([, part]) => readable(part))
      .filter(Boolean)
      .join('\n');
  return String(value);
}

function withoutMarkup(text) {
  if (!/<[a-z/]/i.test(text)) return text;
  const body = new DOMParser().parseFromString(text.replace(/<\/(p|h\d|li|tr|blockquote)>|<br\s*\/?>/gi, '$&\n'), 'text/html').body;
  return body.textContent.trim();
}
