import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { groups } from './build/chunks.mjs';
import { compress } from './build/compress.mjs';
import { entryName, publicModules } from './build/entries.mjs';
import { monacoStyles } from './build/monaco.mjs';
import { notices } from './build/notices.mjs';
import { germanTexts } from './build/german-texts.mjs';
import { clientJson } from './build/output.mjs';
import { clientPatches } from './build/patching.mjs';

const source = resolve(import.meta.dirname, 'src');
const outDir = resolve(import.meta.dirname, '../dist');
const modules = publicModules();
const packages = new Map();

/** The logo keeps its name: the server answers for it, under an address of its own. */
const logo = {
  name: 'logo',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'logo.svg', source: readFileSync(resolve(source, 'logo.svg')) });
  },
};

export default defineConfig({
  // The server decides where the files are served; they find each other relative to themselves.
  base: './',
  publicDir: false,
  resolve: {
    alias: [
      { find: /^own\//, replacement: `${source}/` },
      { find: '@umbraco-cms/backoffice/package.json', replacement: resolve(import.meta.dirname, 'node_modules/@umbraco-cms/backoffice/package.json') },
    ],
  },
  plugins: [germanTexts(), clientPatches(), monacoStyles(), logo, notices(packages), compress(outDir), clientJson(outDir, modules, packages)],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // A font within a style sheet would be loaded with it, wanted or not.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: {
        app: resolve(source, 'app.js'),
        ...Object.fromEntries([...modules].map(([specifier, file]) => [entryName(specifier), file])),
      },
      // An extension imports what a public module exports by name; nothing may be renamed or dropped.
      preserveEntrySignatures: 'strict',
      output: { codeSplitting: { groups } },
    },
  },
});
