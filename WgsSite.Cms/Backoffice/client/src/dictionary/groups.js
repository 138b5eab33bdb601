import { UmbDictionaryItemRepository } from '@umbraco-cms/backoffice/dictionary';

/** What the words above these are called: key → name. */
export async function groupsOf(host, words) {
  const keys = [...new Set(words.map((word) => word.parentUnique).filter(Boolean))];
  if (keys.length === 0) return new Map();
  const items = new UmbDictionaryItemRepository(host);
  const { data } = await items.requestItems(keys);
  items.destroy();
  return new Map(data?.map((group) => [group.unique, group.name]));
}
