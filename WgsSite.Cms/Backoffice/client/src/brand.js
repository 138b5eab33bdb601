// What the client calls itself. The name comes from the index page, so that nothing here knows whose site it is.
import { version } from '@umbraco-cms/backoffice/package.json';

export const brandName = document.querySelector('meta[name="backoffice-name"]')?.content || 'Backoffice';

export const clientVersion = version;

/** Licences of what the bundle contains; beside the folder of the bundled modules. */
export const noticesUrl = new URL(/* @vite-ignore */ '../notices.txt', import.meta.url).href;
