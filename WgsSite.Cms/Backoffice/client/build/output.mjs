import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChunks } from './chunks.mjs';
import { entryName } from './entries.mjs';

/**
 * Vite plugin: writes client.json, from which the server makes the index page. All paths in it are relative to its folder.
 *
 * - `app`: module to run; `styles`: style sheets of the page
 * - `preload`: modules the start will ask for
 * - `importMap`: the client's public modules by the names that extensions import
 * - `logo`: a neutral drawing, for a site without one
 * - `packages`: what is in the bundle, with versions; the texts of the licences are in `notices`
 */
export function clientJson(folder, modules, packages) {
  let content;
  return {
    name: 'client-json',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((item) => item.type === 'chunk');
      const entry = (name) => chunks.find((chunk) => chunk.isEntry && chunk.name === name) ?? this.error(`${name} was not built`);
      const app = entry('app');

      const preload = new Set();
      const add = (file) => {
        if (preload.has(file)) return;
        preload.add(file);
        bundle[file].imports.forEach(add);
      };
      app.imports.forEach(add);
      for (const name of startChunks) {
        const chunk = chunks.find((candidate) => candidate.name === name);
        if (!chunk) this.error(`build/chunks.mjs names a chunk “${name}” that was not built`);
        add(chunk.fileName);
      }

      content = {
        app: app.fileName,
        styles: [...(app.viteMetadata?.importedCss ?? [])],
        preload: [...preload],
        importMap: Object.fromEntries([...modules.keys()].map((specifier) => [specifier, entry(entryName(specifier)).fileName])),
        logo: 'logo.svg',
        notices: 'notices.txt',
        packages: Object.fromEntries([...packages.values()].map(({ name, version }) => [name, version])),
      };
    },
    // Last of all: the file tells the .NET build that the output is complete.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        if (content) writeFileSync(join(folder, 'client.json'), `${JSON.stringify(content, null, 1)}\n`);
      },
    },
  };
}
