/** What our client adds to editing. */
export const manifests = [
  {
    type: 'globalContext',
    alias: 'Host.GlobalContext.ConnectionNotice',
    name: 'Notice while the server does not answer',
    api: () => import('./connection-notice.js'),
  },
  {
    type: 'globalContext',
    alias: 'Host.GlobalContext.TreeUpdates',
    name: 'Tree updates from other windows',
    api: () => import('./tree-updates.js'),
  },
  {
    type: 'workspaceContext',
    alias: 'Host.WorkspaceContext.OpenDocumentUpdates',
    name: 'Updates of the open document from other windows',
    api: () => import('./open-document-updates.js'),
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'workspaceContext',
    alias: 'Host.WorkspaceContext.UnsavedText',
    name: 'Question before unsaved text is lost',
    api: () => import('./unsaved-text.js'),
  },
];
