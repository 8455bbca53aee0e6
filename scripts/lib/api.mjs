// The public API as a script uses it: signed in as guest, errors as they are worded by the back end.
import { UserError } from './cli.mjs';

/** Signs in as guest. Returns `call(method, path, {body, headers})` for paths below /api, resolving to `{status, body, etag}`. */
export async function signInAsGuest(url) {
  const answer = await fetch(`${url}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!answer.ok)
    throw new UserError(
      `guest sign-in was refused with ${answer.status}: is auth.providers.guest configured?`,
    );
  const { backstageIdentity } = await answer.json();
  /**
   * @param {string} method
   * @param {string} path
   * @param {{body?: unknown, headers?: Record<string, string>, allow?: number[]}} [options] `allow`: statuses that are no failure
   * @returns {Promise<{status: number, body: any, etag?: string}>}
   */
  return async function call(method, path, { body, headers, allow = [] } = {}) {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${backstageIdentity.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = text ? JSON.parse(text) : undefined;
    if (!response.ok && !allow.includes(response.status))
      throw new UserError(
        `${method} ${path}: ${response.status} ${json?.error?.message ?? text}`,
      );
    return {
      status: response.status,
      body: json,
      etag: response.headers.get('etag') ?? undefined,
    };
  };
}
