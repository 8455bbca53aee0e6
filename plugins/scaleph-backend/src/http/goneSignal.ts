import { Response } from 'express';

/** Aborts when nobody waits for the answer any more; also once it was given. @internal */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return gone.signal;
}
