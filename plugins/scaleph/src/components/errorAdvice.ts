import { ScalephApiError } from '@scaleph/backstage-plugin-scaleph-common';

/** What a user can do about an error; the name of a text in `common.error`. */
export type ErrorAdvice =
  | 'denied'
  | 'notFound'
  | 'conflict'
  | 'unreachable'
  | 'signIn'
  | 'invalid'
  | 'unavailable'
  | 'server';

/** Decides by the status code; no code means that no answer came. */
export function errorAdvice(error: Error): ErrorAdvice {
  if (!(error instanceof ScalephApiError)) {
    return error instanceof TypeError ? 'unreachable' : 'server';
  }
  const { statusCode } = error;
  if (statusCode === 401) return 'signIn';
  if (statusCode === 403) return 'denied';
  if (statusCode === 404) return 'notFound';
  if (statusCode === 412 || statusCode === 428) return 'conflict';
  // What the back end asked did not answer; its message names it.
  if (statusCode === 502 || statusCode === 503 || statusCode === 504) {
    return 'unavailable';
  }
  return statusCode >= 500 ? 'server' : 'invalid';
}

/** All that is known about an error, for a person who looks into it. */
export function errorDetails(error: Error): string {
  if (!(error instanceof ScalephApiError)) {
    return `${error.name}: ${error.message}`;
  }
  const { name, statusCode, message, problems } = error;
  const details = { name, statusCode, message, problems };
  return JSON.stringify(details, undefined, 2);
}
