/** A sign beside a name in the tree; its label is no key of a text. */
const sign = (name, flag, weight, meta) => ({
  type: 'entitySign',
  kind: 'icon',
  alias: `Host.EntitySign.${name}`,
  name,
  weight,
  forEntityTypes: ['document'],
  forEntityFlags: [flag],
  meta,
});

/** What our client adds to editing. */
export const manifests = [
  sign('ScheduledForUnpublish', 'Host.ScheduledForUnpublish', 400, { iconName: 'icon-time', label: 'Rücknahme geplant', iconColorAlias: 'orange' }),
  sign('ScheduleFailed', 'Host.ScheduleFailed', 600, { iconName: 'icon-alert', label: 'Zeitplan nicht ausgeführt: siehe „Info“', iconColorAlias: 'red' }),
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
