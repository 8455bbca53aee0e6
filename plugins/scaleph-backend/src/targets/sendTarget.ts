import { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { Response } from 'express';

/** Answers with a target; a registered one can be edited, so it has an ETag. @internal */
export function sendTarget(
  response: Response,
  status: number,
  target: Target,
): void {
  if (target.registered) response.set('ETag', target.registered.etag);
  response.status(status).json(target);
}
