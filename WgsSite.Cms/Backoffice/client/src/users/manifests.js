/** Accounts: the client's own way of inviting says nothing when the mail did not go out. */
export const manifests = [
  {
    type: 'collectionAction',
    kind: 'button',
    alias: 'Host.CollectionAction.User.Invite',
    name: 'Invite somebody',
    api: () => import('./invite.js').then((module) => ({ api: module.InviteCollectionAction })),
    meta: { label: '#hostUsers_invite', additionalOptions: true },
    conditions: [{ alias: 'Umb.Condition.CollectionAlias', match: 'Umb.Collection.User' }],
  },
  {
    type: 'entityAction',
    kind: 'default',
    alias: 'Host.EntityAction.User.InviteAgain',
    name: 'Invite somebody again',
    weight: 500,
    api: () => import('./invite.js').then((module) => ({ api: module.InviteAgainAction })),
    forEntityTypes: ['user'],
    meta: { icon: 'icon-message', label: '#hostUsers_inviteAgain', additionalOptions: true },
    conditions: [{ alias: 'Umb.Condition.User.AllowResendInviteAction' }],
  },
  {
    type: 'modal',
    alias: 'Host.Modal.Invite',
    name: 'Invitation',
    element: () => import('./invite-modal.element.js'),
  },
];
