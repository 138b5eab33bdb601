import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

/** What of webhooks only this host has, and the client's own services do not call. */
const call = (method, host, path) => tryExecute(host, umbHttpClient[method]({ url: `/umbraco/management/api/v1${path}`, security: [{ scheme: 'bearer', type: 'http' }] }));

export const overview = (host) => call('get', host, '/webhook/overview');
export const deliveriesOf = (host, webhook, skip, take) => call('get', host, `/webhook/${webhook}/deliveries?skip=${skip}&take=${take}`);
export const repeat = (host, delivery) => call('post', host, `/webhook/deliveries/${delivery}/repeat`);
export const test = (host, webhook) => call('post', host, `/webhook/${webhook}/test`);
export const secretOf = (host, webhook) => call('get', host, `/webhook/${webhook}/secret`);
export const renewSecret = (host, webhook) => call('post', host, `/webhook/${webhook}/secret`);
export const typesOf = (host, kind) => call('get', host, `/tree/${kind === 'Media' ? 'media-type' : 'document-type'}/root?skip=0&take=1000`);
