import { inClient } from './chunks.mjs';
import { keptPackages, droppedPackages } from './packages.mjs';

/**
 * Places of the client that have no extension point and must differ here. Each patch names the file, what must be found
 * in it and what stands there afterwards; a patch whose place is gone (a newer client) makes the build fail.
 */
const patches = [
  {
    why: 'register our packages only',
    file: 'apps/backoffice/backoffice.element.js',
    find: /const CORE_PACKAGES = \[([^\]]*)\];/,
    replace(_, list) {
      const known = [...list.matchAll(/packages\/([\w-]+)\/umbraco-package\.js/g)].map((m) => m[1]);
      const undecided = known.filter((name) => !keptPackages.includes(name) && !(name in droppedPackages));
      const gone = [...keptPackages, ...Object.keys(droppedPackages)].filter((name) => !known.includes(name));
      if (undecided.length || gone.length)
        throw new Error(`build/packages.mjs does not fit the client: undecided [${undecided}], unknown to it [${gone}]`);
      return `const CORE_PACKAGES = [${keptPackages.map((name) => `import('../../packages/${name}/umbraco-package.js')`)}];`;
    },
  },
  {
    why: 'the code editor with our choice of languages',
    file: 'external/monaco-editor/index.js',
    find: "export * as monaco from 'monaco-editor';",
    replace: "export * as monaco from 'own/monaco.js';",
  },
  {
    why: 'no language services for CSS and TypeScript: 8 MB that nobody here writes code with',
    file: 'external/monaco-editor/index.js',
    find: /import (css|ts)Worker from [^;]+;/g,
    replace: '',
  },
  {
    why: 'no language services for CSS and TypeScript (their use)',
    file: 'external/monaco-editor/index.js',
    find: /if \(([^()]|\([^()]*\))*\) \{\s*return new (css|ts)Worker\(\);\s*\}/g,
    replace: '',
  },
];

/** Vite plugin: applies the patches, and checks that every one of them was applied. */
export function clientPatches() {
  const open = new Set(patches);
  return {
    name: 'client-patches',
    enforce: 'pre',
    transform(code, id) {
      const file = inClient(id);
      const own = patches.filter((patch) => patch.file === file);
      if (!own.length) return null;
      for (const patch of own) {
        const patched = code.replace(patch.find, patch.replace);
        if (patched === code) this.error(`${file}: nothing to patch for “${patch.why}”`);
        code = patched;
        open.delete(patch);
      }
      return { code, map: null };
    },
    buildEnd(error) {
      if (error || !open.size) return;
      this.error(`not in the client any more: ${[...open].map((patch) => patch.file).join(', ')}`);
    },
  };
}
