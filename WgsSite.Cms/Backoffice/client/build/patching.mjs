import { inClient } from './chunks.mjs';
import { patches } from './patches/index.mjs';

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
        code = patch.imports && !patched.startsWith(patch.imports) ? `${patch.imports}\n${patched}` : patched;
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
