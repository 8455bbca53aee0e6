import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  SCALEPH_CATALOG_TOPIC,
  SCALEPH_SIGNAL_CHANNEL,
} from '@scaleph/backstage-plugin-scaleph-common';

/**
 * Tells the catalog and open pages about changes, after the commit. A message
 * that is lost costs time only: the catalog reads everything on a schedule and
 * pages poll. So a failure is logged and does not fail the write.
 *
 * @internal
 */
export class ChangePublisher {
  constructor(
    private readonly options: {
      events: EventsService;
      signals: SignalsService;
      logger: LoggerService;
    },
  ) {}

  /** A pipeline, data source or target was written: the catalog and open pages hear of it. */
  async entityChanged(
    kind: 'pipeline' | 'data-source' | 'target',
    name: string,
    change: 'upsert' | 'delete',
  ): Promise<void> {
    const { events } = this.options;
    await Promise.all([
      this.attempt(
        events.publish({
          topic: SCALEPH_CATALOG_TOPIC,
          eventPayload: { kind, name, change },
        }),
      ),
      // Signals reach everybody: no name in them.
      this.signal({ type: kind, id: '' }),
    ]);
  }

  /** A run changed; `id` is a uuid, which tells nothing to who may not read it. */
  async runChanged(id: string, revision: number): Promise<void> {
    await this.signal({ type: 'run', id, revision });
  }

  private signal(message: {
    type: 'run' | 'pipeline' | 'data-source' | 'target';
    id: string;
    revision?: number;
  }) {
    return this.attempt(
      this.options.signals.publish({
        recipients: { type: 'broadcast' },
        channel: SCALEPH_SIGNAL_CHANNEL,
        message,
      }),
    );
  }

  private async attempt(sending: Promise<void>): Promise<void> {
    try {
      await sending;
    } catch (error) {
      this.options.logger.warn(
        'Could not announce a change; pages and catalog catch up by polling',
        toError(error),
      );
    }
  }
}
