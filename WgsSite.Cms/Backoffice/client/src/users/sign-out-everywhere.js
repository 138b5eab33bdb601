import { UMB_AUTH_CONTEXT } from '@umbraco-cms/backoffice/auth';
import { UmbActionBase } from '@umbraco-cms/backoffice/action';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { umbConfirmModal } from '@umbraco-cms/backoffice/modal';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

/** Ends all sessions of the account, this one with the others. */
export class SignOutEverywhereAction extends UmbActionBase {
  async getHref() {
    return undefined;
  }

  async execute() {
    await umbConfirmModal(this, {
      headline: '#hostUsers_signOutEverywhere',
      content: '#hostUsers_signOutEverywhereHelp',
      confirmLabel: '#hostUsers_signOutEverywhere',
      color: 'danger',
    });
    const { error } = await tryExecute(this, umbHttpClient.post({ url: '/umbraco/management/api/v1/user/current/sign-out-everywhere', security: [{ scheme: 'bearer', type: 'http' }] }));
    if (!error) (await this.getContext(UMB_AUTH_CONTEXT))?.signOut();
  }
}

export { SignOutEverywhereAction as api };
