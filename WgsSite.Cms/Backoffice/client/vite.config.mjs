import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { groups } from './build/chunks.mjs';
import { entryName, publicModules } from './build/entries.mjs';
import { compress } from './build/compress.mjs';
import { clientJson } from './build/output.mjs';
import { monacoStyles } from './build/monaco.mjs';
import { clientPatches } from './build/patches.mjs';

const outDir = resolve(import.meta.dirname, '../dist');
const modules = publicModules();
const input = Object.fromEntries([...modules].map(([specifier, file]) => [entryName(specifier), file]));

export default defineConfig({
  // The server decides where the files are served; they find each other relative to themselves.
  base: './',
  publicDir: false,
  resolve: { alias: [{ find: /^own\//, replacement: `${resolve(import.meta.dirname, 'src')}/` }] },
  plugins: [clientPatches(), monacoStyles(), clientJson(modules), compress(outDir)],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 100000,
    rolldownOptions: {
      input: { app: resolve(import.meta.dirname, 'src/app.js'), ...input },
      preserveEntrySignatures: 'strict',
      output: { codeSplitting: { groups } },
    },
  },
});
