/** Accounts: what has no server half here. */
export const accounts = [
  {
    why: 'no pictures of people, no accounts of programs',
    file: 'packages/user/user/workspace/user/views/user-details-workspace-view.element.js',
    find: /<umb-user-workspace-avatar><\/umb-user-workspace-avatar>(\s*<umb-user-workspace-info><\/umb-user-workspace-info>)\s*<umb-user-workspace-client-credentials><\/umb-user-workspace-client-credentials>/,
    replace: '$1',
  },
  {
    why: 'the backoffice speaks German',
    file: 'packages/user/user/workspace/user/components/user-workspace-profile-settings/user-workspace-profile-settings.element.js',
    find: '${this.#renderEmailProperty()} ${this.#renderUsernameProperty()} ${this.#renderUILanguageProperty()}',
    replace: () => '${this.#renderEmailProperty()} ${this.#renderUsernameProperty()}',
  },
  {
    why: 'keys are for developers',
    file: 'packages/user/user/workspace/user/components/user-workspace-info/user-workspace-info.element.js',
    find: "{ labelKey: 'general_id', value: user.unique },",
    replace: '',
  },
  {
    why: 'all accounts are people’s',
    file: 'packages/user/user/workspace/user/components/user-workspace-info/user-workspace-info.element.js',
    find: /\{\s*labelKey: 'user_kind',.*?\},\s*(?=\{\s*labelKey: 'user_lastLogin')/s,
    replace: '',
  },
  {
    why: 'what accounts are named by is asked for before it is used; a slow answer was an error in the page',
    file: 'packages/user/user/workspace/user/components/user-workspace-profile-settings/user-workspace-profile-settings.element.js',
    find: /this\.observe\((this\.#userWorkspaceContext\?\.configRepository\.part\('usernameIsEmail'\).*?'umbUsernameIsEmailObserver')\);/s,
    replace: 'instance?.configRepository.initialized.then(() => this.observe($1));',
  },
];
