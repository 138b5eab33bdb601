/**
 * Vite plugin: the code editor's styles once. The client puts them as one sheet into the element's shadow root; what the
 * editor's modules import besides would go into the document, where nothing uses it.
 */
export function monacoStyles() {
  const nothing = '\0monaco-no-style';
  return {
    name: 'monaco-styles',
    enforce: 'pre',
    resolveId(source, importer) {
      return source.endsWith('.css') && /monaco-editor[\\/]esm[\\/]/.test(importer ?? '') ? nothing : null;
    },
    load(id) {
      return id === nothing ? '' : null;
    },
    transform(code, id) {
      if (!/monaco-editor[\\/]min[\\/].*\.css/.test(id)) return null;
      // src/monaco.js loads the icons' font as a file of its own; here it is 100 kB of base64 without effect.
      const slim = code.replace(/@font-face\s*\{[^}]*\}/, '');
      if (slim === code) this.error('the code editor’s styles bring no font any more');
      return { code: slim, map: null };
    },
  };
}
