import { isError } from '@backstage/errors';
import {
  scrubSecrets,
  TargetUiResponse,
} from '@scaleph/backstage-plugin-scaleph-node';
import { EngineRegistry } from '../EngineRegistry';
import { RegisteredTargets } from '../RegisteredTargets';
import { parseUiPath } from './parseUiPath';
import { UiTickets } from './UiTickets';

/** What is answered in place of the cluster. @internal */
export interface UiRefusal {
  status: number;
  /** For a person. */
  message: string;
}

/** @internal */
export type UiAnswer =
  | { kind: 'page'; page: TargetUiResponse }
  | { kind: 'refusal'; refusal: UiRefusal };

/** Reads pages of clusters for those who have a ticket; knows nothing of HTTP servers. @internal */
export class UiProxy {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: Pick<RegisteredTargets, 'findById'>;
      tickets: Pick<UiTickets, 'use'>;
    },
  ) {}

  /**
   * One request, within what a ticket allows. Never throws for what the cluster
   * does: it is told as a 502.
   *
   * @param rawPath - behind `/ui/<ticket>/`, as it came
   */
  async get(request: {
    ticket: string;
    method: 'GET' | 'HEAD';
    rawPath: string;
    signal: AbortSignal;
  }): Promise<UiAnswer> {
    const { engines, targets, tickets } = this.options;
    const { ticket, method, rawPath, signal } = request;
    const id = await tickets.use(ticket);
    const target = id && (await targets.findById(id))?.connection;
    if (!target) {
      return refuse(
        403,
        'This link is over. Open the page of the cluster in Scaleph and follow the link there again.',
      );
    }
    const type = engines.ofTargetType(target.type)?.targetType;
    if (!type?.ui) {
      return refuse(404, `Target "${target.name}" has no pages of its own.`);
    }
    const path = parseUiPath(rawPath);
    if (path === undefined) {
      return refuse(400, 'This path names nothing of the cluster.');
    }
    try {
      const page = await type.ui(target, { method, path, signal });
      if (page.status >= 300 && page.status < 400 && page.status !== 304) {
        return refuse(
          502,
          `Target "${target.name}" redirects to another address, which is not followed: register the address of the leading JobManager.`,
        );
      }
      return { kind: 'page', page };
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      if (isError(error) && error.name === 'NotFoundError') {
        return refuse(404, message);
      }
      if (isError(error) && error.name === 'NotAllowedError') {
        return refuse(403, message);
      }
      const secrets = await target.secrets().catch(() => ({}));
      return refuse(
        502,
        `Target "${target.name}" does not answer: ${scrubSecrets(
          message,
          secrets,
        )}`,
      );
    }
  }
}

function refuse(status: number, message: string): UiAnswer {
  return { kind: 'refusal', refusal: { status, message } };
}
