import { Client } from 'openapi-fetch';
import { paths } from '../generated/api';
import { CreateOptions, WriteOptions } from './options';
import { ScalephApiError } from './ScalephApiError';

/** A client of the API at the address where it is now. @internal */
export type Connect = () => Promise<Client<paths>>;

/**
 * What openapi-fetch answers to the caller of a ScalephApi. Generic over the answer alone: inferring it through a callback that takes
 * the client makes the compiler run out of memory.
 * @internal
 */
export function unwrap<T>(answer: {
  data?: T;
  error?: unknown;
  response: Response;
}): T {
  if (!answer.response.ok) {
    throw ScalephApiError.fromResponse(answer.response, answer.error);
  }
  return answer.data as T;
}

/** The part of a request that comes from the options of a call. @internal */
export function init(
  options: Partial<WriteOptions & CreateOptions> = {},
  more: Record<string, string> = {},
): { signal?: AbortSignal; headers: Record<string, string> } {
  const { token, ifMatch, idempotencyKey, signal } = options;
  return {
    ...(signal && { signal }),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(ifMatch && { 'If-Match': ifMatch }),
      ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
      ...more,
    },
  };
}
