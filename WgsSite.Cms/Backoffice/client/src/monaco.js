// The code editor with the languages an editor of content meets. The package's own entry brings eighty languages and a
// TypeScript compiler.
import iconFont from 'monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf?url';
import 'monaco-editor/esm/vs/basic-languages/css/css.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/html/html.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/javascript/javascript.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/markdown/markdown.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/xml/xml.contribution.js';
// HTML for the source view of rich text, which formats on opening; JSON has no colours without its service.
import 'monaco-editor/esm/vs/language/html/monaco.contribution.js';
import 'monaco-editor/esm/vs/language/json/monaco.contribution.js';

// A font declared within a shadow root is not loaded; the editor's icons need it in the document.
document.fonts.add(new FontFace('codicon', `url(${iconFont})`));

export * from 'monaco-editor/esm/vs/editor/edcore.main.js';
