/** Message of the error that a request fails with when nobody answers. */
export const unreachable = 'The server cannot be reached.';

/** Says `lost` when nobody answers, and `back` as soon as somebody does. */
export const connection = new EventTarget();

export const connectionLost = () => connection.dispatchEvent(new Event('lost'));

/** Sends a request. */
export async function reach(request) {
  const response = await fetch(request).catch((error) => {
    throw error instanceof TypeError ? new TypeError(unreachable, { cause: error }) : error;
  });
  // A proxy answers for a server that is gone, but not in the server's words.
  if ([502, 503, 504].includes(response.status) && !response.headers.get('Content-Type')?.includes('json')) throw new TypeError(unreachable);
  connection.dispatchEvent(new Event('back'));
  return response;
}
