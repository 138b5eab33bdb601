import { entryName } from './entries.mjs';

/** Vite plugin: writes client.json, from which the server makes the index page. */
export function clientJson(modules) {
  return {
    name: 'client-json',
    generateBundle(_, bundle) {
      const entries = new Map();
      for (const item of Object.values(bundle)) if (item.type === 'chunk' && item.isEntry) entries.set(item.name, item);
      const importMap = {};
      for (const specifier of modules.keys()) {
        const entry = entries.get(entryName(specifier));
        if (!entry) this.error(`${specifier} was not built`);
        importMap[specifier] = entry.fileName;
      }
      const app = entries.get('app');
      const preload = new Set();
      const follow = (file) => {
        if (preload.has(file)) return;
        preload.add(file);
        bundle[file].imports.forEach(follow);
      };
      app.imports.forEach(follow);
      const styles = [...(app.viteMetadata?.importedCss ?? [])];
      this.emitFile({ type: 'asset', fileName: 'client.json', source: JSON.stringify({ importMap, styles, app: app.fileName, preload: [...preload] }, null, 1) });
    },
  };
}
