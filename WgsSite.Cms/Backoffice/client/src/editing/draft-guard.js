import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { reach } from './connection.js';
import { thisWindow, windowHeader } from './window.js';

/** Last draft of each document, media item or word that any part of this window saw: key → entity tag. Publishing goes by it, and saving media and words. */
const seen = new Map();

/** What the saves of this window made of a draft: entity tag → the one after it. */
const followed = new Map();

/** Saves on their way: key → answer. */
const underWay = new Map();

const itemPath = /\/umbraco\/management\/api\/v1\/(document|media|dictionary)\/([0-9a-f-]{36})(\/publish)?$/;

/**
 * Says with each save which draft it began from, so that the server can refuse to overwrite what somebody else saved in
 * between. The client itself sends nothing of that kind; a patch lets a document carry its draft with it, so that a save
 * names the draft its own text came with, whatever else of this window has read the document since.
 */
export function guardDrafts() {
  umbHttpClient.setConfig({ fetch: send });
}

async function send(request) {
  if (request.method !== 'GET') request.headers.set(windowHeader, thisWindow);
  const [, kind, key, publish] = itemPath.exec(new URL(request.url).pathname) ?? [];
  if (!key) return reach(request);
  if (request.method !== 'PUT') return note(key, await reach(request));

  // Who saves and at once asks for the preview must not be told that somebody else was faster.
  const answer = after(underWay.get(key), async () => {
    const began = publish || kind !== 'document' ? seen.get(key) : latest(request.headers.get('If-Match'));
    if (began) request.headers.set('If-Match', began);
    const response = note(key, await reach(request));
    const made = response.headers.get('ETag');
    if (response.ok && began && made && made !== began) followed.set(began, made);
    return response;
  });
  underWay.set(key, answer);
  try {
    return await answer;
  } finally {
    if (underWay.get(key) === answer) underWay.delete(key);
  }
}

async function after(earlier, act) {
  await earlier?.catch(() => {});
  return act();
}

function note(key, response) {
  const draft = response.ok && response.headers.get('ETag');
  if (draft) seen.set(key, draft);
  return response;
}

/** What became of a draft in this window, once a save that is on its way has its answer. */
export async function ownDraft(key, draft) {
  await underWay.get(key)?.catch(() => {});
  return latest(draft);
}

function latest(draft) {
  while (followed.has(draft)) draft = followed.get(draft);
  return draft;
}
