import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';

const ROOT = '/umbraco/wgs/api/v1/coverage';

// The client's own way of calling: its address, its session, its answer to one that ended.
const SECURITY = [{ scheme: 'bearer', type: 'http' }];

const answerOf = async (request) => {
  const { data, response } = await request;
  if (!response?.ok || !data) throw new Error(`HTTP ${response?.status ?? 'ohne Antwort'}`);
  return data;
};

export const loadRegion = () => answerOf(umbHttpClient.get({ url: `${ROOT}/region`, security: SECURITY }));

/** What readers would see with this value. */
export const loadPreview = (serviceKey, coverage, signal) =>
  answerOf(umbHttpClient.post({
    url: `${ROOT}/preview`,
    security: SECURITY,
    headers: { 'Content-Type': 'application/json' },
    body: { serviceKey: serviceKey ?? null, coverage: coverage ?? null },
    signal,
  }));
