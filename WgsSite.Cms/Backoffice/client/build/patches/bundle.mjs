import { keptPackages, droppedPackages } from '../packages.mjs';

/** What of the client comes along at all. */
export const bundle = [
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
  {
    why: 'German and English only; the other languages are two megabytes nobody loads',
    file: 'packages/core/localization/manifests.js',
    find: /\n {4}\{\s*type: 'localization',.*?\n {4}\},/gs,
    replace: (manifest) => (/culture: '(de|en)(-\w+)?'/.test(manifest) ? manifest : ''),
  },
];
