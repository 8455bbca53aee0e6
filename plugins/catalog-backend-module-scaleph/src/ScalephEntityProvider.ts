import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  dataSourceEntityRef,
  pipelineEntityRef,
  SCALEPH_CATALOG_TOPIC,
  ScalephCatalogEvent,
  targetEntityRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ScalephReader } from './ScalephReader';
import { SerialQueue } from './SerialQueue';
import { toCatalogEvent } from './toCatalogEvent';

/** @internal */
export interface ScalephEntityProviderOptions {
  reader: ScalephReader;
  events: EventsService;
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
}

/**
 * Keeps the catalog's Components of pipelines and Resources of data sources and targets as Scaleph has them: each change when the back end tells of
 * it, and all of them on schedule, for what was missed. Both go through one queue, since a list that was read before a deletion and
 * applied after it would bring the deleted one back.
 *
 * A refresh that fails changes nothing in the catalog.
 *
 * @internal
 */
export class ScalephEntityProvider implements EntityProvider {
  private readonly queue = new SerialQueue();

  constructor(private readonly options: ScalephEntityProviderOptions) {}

  getProviderName(): string {
    return 'ScalephEntityProvider';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { events, taskRunner } = this.options;
    await events.subscribe({
      id: this.getProviderName(),
      topics: [SCALEPH_CATALOG_TOPIC],
      onEvent: async ({ eventPayload }) =>
        this.onEvent(connection, eventPayload),
    });
    await taskRunner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: signal => this.refresh(connection, signal),
    });
  }

  private async refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { logger, reader } = this.options;
    await this.queue.run(async () => {
      try {
        const entities = await reader.readAll(signal);
        await connection.applyMutation({
          type: 'full',
          entities: entities.map(entity => ({
            entity,
            locationKey: this.getProviderName(),
          })),
        });
        logger.debug(`Refreshed ${entities.length} entities of Scaleph`);
      } catch (error) {
        logger.error(
          `The catalog keeps what it has of Scaleph until the next refresh, since this one failed: ${stringifyError(
            error,
          )}`,
        );
      }
    });
  }

  // Nobody waits for the outcome: in one process the publisher is the request that made the change, and it is done.
  private onEvent(connection: EntityProviderConnection, payload: unknown) {
    const { logger } = this.options;
    const event = toCatalogEvent(payload);
    if (!event) {
      logger.warn(
        `Ignored an event on ${SCALEPH_CATALOG_TOPIC} that is not one of Scaleph`,
      );
      return;
    }
    void this.queue.run(async () => {
      try {
        await this.apply(connection, event);
      } catch (error) {
        logger.error(
          `The catalog misses a change of ${event.kind} "${
            event.name
          }" until the next refresh: ${stringifyError(error)}`,
        );
      }
    });
  }

  // What is read decides, not what the event says: events may come late or in another order.
  private async apply(
    connection: EntityProviderConnection,
    event: ScalephCatalogEvent,
  ): Promise<void> {
    const locationKey = this.getProviderName();
    const entity = await this.options.reader.readOne(event);
    await connection.applyMutation({
      type: 'delta',
      added: entity ? [{ entity, locationKey }] : [],
      removed: entity ? [] : [{ entityRef: entityRefOf(event), locationKey }],
    });
  }
}

const ENTITY_REFS = {
  pipeline: pipelineEntityRef,
  'data-source': dataSourceEntityRef,
  target: targetEntityRef,
};

function entityRefOf({ kind, name }: ScalephCatalogEvent): string {
  return ENTITY_REFS[kind](name);
}
