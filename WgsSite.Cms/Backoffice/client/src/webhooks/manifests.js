import { UMB_WEBHOOK_WORKSPACE_ALIAS } from '@umbraco-cms/backoffice/webhook';

/** Beneath this name the client’s own links to webhooks lead. */
const pathname = 'settings';
const section = 'Host.Section.Settings';
const mayManage = { alias: 'Umb.Condition.UserPermission.Fallback', allOf: ['Host.Webhook.Update'] };
const isSaved = { alias: 'Umb.Condition.WorkspaceEntityIsNew', match: false };
const inWorkspace = { alias: 'Umb.Condition.WorkspaceAlias', match: UMB_WEBHOOK_WORKSPACE_ALIAS };

/**
 * Settings for administrators: a section of our own where the client has its Settings. Whoever has the client's is offered
 * links to document types and data types, which are not edited here.
 */
export const manifests = [
  {
    type: 'section',
    alias: section,
    name: 'Settings',
    weight: 100,
    meta: { label: '#sections_settings', pathname },
    conditions: [mayManage],
  },
  {
    type: 'dashboard',
    alias: 'Host.Dashboard.Webhooks',
    name: 'Webhooks',
    element: () => import('./webhooks-dashboard.element.js'),
    weight: 100,
    meta: { label: '#treeHeaders_webhooks', pathname: 'webhooks' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: section }, mayManage],
  },
  {
    type: 'workspaceView',
    alias: 'Host.WorkspaceView.Webhook.Deliveries',
    name: 'Deliveries of a webhook',
    element: () => import('./deliveries.element.js'),
    weight: 200,
    meta: { label: '#webhooks_deliveries', pathname: 'zustellungen', icon: 'icon-box-alt' },
    conditions: [inWorkspace, isSaved],
  },
  {
    type: 'workspaceView',
    alias: 'Host.WorkspaceView.Webhook.Signature',
    name: 'Signature of a webhook',
    element: () => import('./signature.element.js'),
    weight: 100,
    meta: { label: '#hostWebhooks_signature', pathname: 'signatur', icon: 'icon-lock' },
    conditions: [inWorkspace, isSaved],
  },
];
