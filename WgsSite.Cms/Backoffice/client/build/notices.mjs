import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Texts for packages that bring none, and for what packages contain without saying so in a file of their own. */
const ownTexts = resolve(import.meta.dirname, 'licences');

const fileName = /^(licen[cs]e|copying|notice|thirdpartynotices)([.-].*)?$/i;

function packageOf(id) {
  let folder = dirname(id.split('?')[0].replace(/^\0/, ''));
  while (folder !== dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const { name, version, license } = JSON.parse(readFileSync(file, 'utf8'));
      // Packages put nameless package.json files into their folders to tell the kind of module.
      if (name && version) return { name, version, license, folder };
    }
    folder = dirname(folder);
  }
  return null;
}

/** Vite plugin: collects in `packages` whose code is in the bundle, and writes notices.txt with their licences. */
export function notices(packages) {
  return {
    name: 'notices',
    generateBundle(_, bundle) {
      const ids = new Set();
      for (const item of Object.values(bundle)) {
        if (item.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(item.modules)) if (renderedLength > 0 || id.includes('.css')) ids.add(id);
      }
      const seen = new Map();
      for (const id of ids) {
        if (!id.includes('node_modules')) continue;
        const found = packageOf(id);
        if (!found) continue;
        seen.set(`${found.name}@${found.version}`, found);
      }
      for (const key of [...seen.keys()].sort()) packages.set(key, seen.get(key));

      // Packages of one family come with the same text; it is given once.
      const byText = new Map();
      for (const { name, version, license, folder } of packages.values()) {
        const files = readdirSync(folder).filter((file) => fileName.test(file)).map((file) => join(folder, file));
        const own = join(ownTexts, `${name.replaceAll('/', '+')}.txt`);
        if (existsSync(own)) files.push(own);
        if (!files.length || !license) this.error(`${name}: no licence text; put one into build/licences/`);
        const text = files.map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
        byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
      }
      const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
      const line = `\n\n${'='.repeat(80)}\n\n`;
      const source = `The backoffice's client contains the following packages.${line}${parts.join(line)}\n`;
      this.emitFile({ type: 'asset', fileName: 'notices.txt', source });
    },
  };
}
