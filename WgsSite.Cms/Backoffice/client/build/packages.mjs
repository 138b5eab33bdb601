/**
 * The client's packages that are registered at start, in place of its own list. A dropped package's public modules stay
 * in the import map (kept packages and extensions import types and constants from them); none of its manifests is
 * registered and nothing of it is loaded at start.
 */
export const keptPackages = [
  'block',
  'clipboard',
  'code-editor',
  'content',
  'data-type', // pickers and property contexts look data types up through it
  'dictionary',
  'documents',
  'language',
  'management-api', // no screen: it holds the connection to the server's events
  'markdown-editor',
  'media', // pickers and croppers; its section is excluded in src/entry-point.js
  'multi-url-picker',
  'property-editors',
  'relations', // "referenced by" in info, unpublish and recycle bin
  'rte',
  'static-file', // picker used by data types' configuration
  'tags',
  'tiptap',
  'translation', // the section the dictionary is shown in
  'ufm',
  'user', // current user, header app, conditions on permissions; its section is excluded in src/entry-point.js
  'webhook', // in a section of our own, src/webhooks
];

/** Why each of the others is left out. A package of the client that is in neither list makes the build fail. */
export const droppedPackages = {
  'embedded-media': 'asks the server to fetch foreign pages (oEmbed); no external calls here',
  'extension-insights': 'a developers’ list in Settings',
  'health-check': 'checks of a stock Umbraco server',
  help: 'links to the maker’s forum and videos',
  'log-viewer': 'no server half: the host logs to its own sink',
  members: 'no members: visitors do not sign in',
  'models-builder': 'no generated models',
  packages: 'package builder and marketplace of a stock server',
  'performance-profiling': 'a profiler of a stock server',
  'publish-cache': 'cache of a stock server',
  settings: 'no Settings section: the schema comes from uSync files',
  sysinfo: 'system report of a stock server; the about box says what is needed',
  telemetry: 'nothing is reported to anyone',
  templating: 'no templates, stylesheets or scripts are edited in the backoffice; views are compiled',
  'umbraco-news': 'a dashboard of the maker’s news',
};
