import { keptPackages } from './packages.mjs';

/**
 * Which modules share a file. The client is some 6,000 small modules, most of them behind `import()`; left alone every
 * one becomes a request. Rules, from first to last:
 *
 * 1. `boot`: what is always needed: the app, every registered package's manifests, and all they import;
 * 2. `icons`: hundreds of modules of one drawing each;
 * 3. `monaco`: the code editor itself;
 * 4. one file per package of the client, loaded when the first of its elements is shown;
 * 5. `code-editors`: what cannot run without the code editor. Last, because a group takes along what its modules import,
 *    and whoever shared that with it would load the code editor too.
 */

const root = '/@umbraco-cms/backoffice/dist-cms/';
const slashes = (id) => id.replaceAll('\\', '/');

/** Path within the client, or the empty string for modules from elsewhere. */
export function inClient(id) {
  const path = slashes(id);
  const at = path.indexOf(root);
  return at < 0 ? '' : path.slice(at + root.length);
}

const boot = [
  /^apps\/app\/app\.element\.js/,
  /^apps\/backoffice\/backoffice\.element\.js/,
  new RegExp(`^packages/(core|${keptPackages.join('|')})/(umbraco-package|manifests|entry-point)\\.js`),
];

const isMonaco = (id) => /\/node_modules\/monaco-editor\//.test(slashes(id)) || /^external\/monaco-editor\//.test(inClient(id));

const reaches = new Map();
/** Whether a module imports the code editor at once, itself or through another. */
function needsMonaco(id, context, path = new Set()) {
  if (isMonaco(id)) return true;
  if (reaches.has(id)) return reaches.get(id);
  if (path.has(id)) return false;
  path.add(id);
  const found = (context.getModuleInfo(id)?.importedIds ?? []).some((next) => needsMonaco(next, context, path));
  if (found || path.size === 1) reaches.set(id, found);
  return found;
}

export const groups = [
  { name: 'boot', priority: 5, test: (id) => /vite\/preload-helper/.test(id) || boot.some((rule) => rule.test(inClient(id))) },
  { name: 'icons', priority: 4, test: (id) => /^packages\/core\/icon-registry\/icons\//.test(inClient(id)) },
  { name: 'monaco', priority: 3, test: isMonaco },
  {
    debugName: 'package',
    name: (id, context) => (needsMonaco(id, context) ? null : (/^packages\/([\w-]+)\//.exec(inClient(id))?.[1] ?? null)),
    priority: 2,
  },
  {
    debugName: 'code-editors',
    name: (id, context) => (inClient(id) && needsMonaco(id, context) ? 'code-editors' : null),
    priority: 1,
  },
];

/**
 * Chunks of these names are loaded at every start, a few round trips after the app's own. The index page asks for them
 * together with it.
 */
export const startChunks = ['boot', 'core', 'icons', 'de', 'en', 'documents', 'content', 'block', 'media', 'user', 'language', 'data-type'];
