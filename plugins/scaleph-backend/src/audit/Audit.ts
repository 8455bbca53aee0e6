import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { actorOf, Caller } from '../http/Caller';

/** One write, as the auditor sees it. Never put a document or a secret into `meta`. @internal */
export interface AuditedWrite {
  /** `pipeline-create`, `data-source-update`, … */
  eventId: string;
  severityLevel?: AuditorServiceEventSeverityLevel;
  caller: Caller;
  /** What is written: names, versions, owners. */
  meta: JsonObject;
}

/** Records every attempt to write and how it ended, refusals included. @internal */
export class Audit {
  constructor(private readonly auditor: AuditorService) {}

  /** Runs `write`; `describe` adds to the event what only the result knows, e.g. its id. */
  async record<T>(
    options: AuditedWrite,
    write: () => Promise<T>,
    describe: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const { eventId, severityLevel = 'medium', caller, meta } = options;
    const event = await this.auditor.createEvent({
      eventId,
      severityLevel,
      request: caller.request,
      // Calls by MCP carry no request, from which the auditor would read it.
      meta: { ...meta, actor: actorOf(caller.credentials) },
    });
    let result: T;
    try {
      result = await write();
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
    await event.success({ meta: describe(result) });
    return result;
  }
}
