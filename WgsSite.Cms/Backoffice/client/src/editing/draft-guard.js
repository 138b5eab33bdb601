import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { thisWindow, windowHeader } from './window.js';

/** Draft of each document as this window last saw it: key → entity tag. */
const drafts = new Map();
const documentPath = /\/umbraco\/management\/api\/v1\/document\/([0-9a-f-]{36})(?:\/publish)?$/;

/**
 * Says with each save which draft it began from, so that the server can refuse to overwrite what somebody else saved in
 * between. The client itself sends nothing of that kind.
 */
export function guardDrafts() {
  umbHttpClient.interceptors.request.use((request) => {
    if (request.method === 'GET') return request;
    request.headers.set(windowHeader, thisWindow);
    const draft = drafts.get(keyOf(request));
    if (draft && request.method === 'PUT') request.headers.set('If-Match', draft);
    return request;
  });
  umbHttpClient.interceptors.response.use((response, request) => {
    const draft = response.ok && response.headers.get('ETag');
    const key = keyOf(request);
    if (draft && key) drafts.set(key, draft);
    return response;
  });
}

const keyOf = (request) => documentPath.exec(new URL(request.url).pathname)?.[1];
