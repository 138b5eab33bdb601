import { UmbDocumentItemRepository } from '@umbraco-cms/backoffice/document';

/** Names of the pages above a document, from the top: what tells namesakes apart. */
export async function placeOf(host, item) {
  const items = new UmbDocumentItemRepository(host);
  const names = [];
  const seen = new Set();
  for (let above = item?.parent?.unique; above && !seen.has(above); ) {
    seen.add(above);
    const { data } = await items.requestItems([above]);
    names.unshift(data?.[0]?.variants[0]?.name);
    above = data?.[0]?.parent?.unique;
  }
  items.destroy();
  return names.filter(Boolean).join(' › ');
}
