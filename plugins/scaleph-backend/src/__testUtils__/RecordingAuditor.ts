import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

export interface RecordedAuditEvent {
  eventId: string;
  outcome: 'pending' | 'succeeded' | 'failed';
  meta: JsonObject;
  error?: string;
}

/** Keeps audit events for tests to look at. */
export class RecordingAuditor implements AuditorService {
  readonly events: RecordedAuditEvent[] = [];

  async createEvent(options: AuditorServiceCreateEventOptions) {
    const event: RecordedAuditEvent = {
      eventId: options.eventId,
      outcome: 'pending',
      meta: { ...options.meta },
    };
    this.events.push(event);
    return {
      success: async (result?: { meta?: JsonObject }) => {
        event.outcome = 'succeeded';
        Object.assign(event.meta, result?.meta);
      },
      fail: async (result: { meta?: JsonObject; error: Error }) => {
        event.outcome = 'failed';
        event.error = result.error.name;
        Object.assign(event.meta, result.meta);
      },
    };
  }
}
