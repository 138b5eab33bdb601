import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { thisWindow, windowHeader } from './window.js';

/** Draft of each document as this window last saw it: key → entity tag. */
const drafts = new Map();

/** Saves on their way: key → what to call when the answer is there. */
const underWay = new Map();

/** After this a save on its way holds up no other: its connection is lost. */
const longest = 30000;

const documentPath = /\/umbraco\/management\/api\/v1\/document\/([0-9a-f-]{36})(?:\/publish)?$/;

/**
 * Says with each save which draft it began from, so that the server can refuse to overwrite what somebody else saved in
 * between. The client itself sends nothing of that kind.
 */
export function guardDrafts() {
  umbHttpClient.interceptors.request.use(async (request) => {
    if (request.method === 'GET') return request;
    request.headers.set(windowHeader, thisWindow);
    const key = keyOf(request);
    if (!key || request.method !== 'PUT') return request;
    // Who saves and at once asks for the preview must not be told that somebody else was faster.
    while (underWay.has(key)) await underWay.get(key).done;
    begin(key);
    const draft = drafts.get(key);
    if (draft) request.headers.set('If-Match', draft);
    return request;
  });
  umbHttpClient.interceptors.response.use((response, request) => {
    const key = keyOf(request);
    const draft = response.ok && response.headers.get('ETag');
    if (draft && key) drafts.set(key, draft);
    if (request.method === 'PUT') underWay.get(key)?.end();
    return response;
  });
}

function begin(key) {
  let end;
  const done = new Promise((resolve) => {
    const timer = setTimeout(() => end(), longest);
    end = () => {
      clearTimeout(timer);
      underWay.delete(key);
      resolve();
    };
  });
  underWay.set(key, { done, end });
}

const keyOf = (request) => documentPath.exec(new URL(request.url).pathname)?.[1];
