import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SqlSessionGoneError } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { ResultPages } from './ResultPages';
import { SqlConfig } from './SqlConfig';
import { SqlPlaces } from './SqlPlaces';
import { SqlSessionRow } from './sqlRows';
import { SqlSessionDesk } from './SqlSessionDesk';
import { SqlStore } from './SqlStore';

/** Ended sessions are listed this long, so that a page learns why. */
const ENDED_KEPT_MS = 24 * 60 * 60_000;
/** Statements of data sources are seen every second, others sent within milliseconds. */
const LOST_AFTER_MS = 60_000;

/** Ends sessions that nobody uses, keeps the others, and forgets what is old. @internal */
export class SqlHousekeeping {
  constructor(
    private readonly options: {
      store: SqlStore;
      places: SqlPlaces;
      sessions: SqlSessionDesk;
      pages: ResultPages;
      config: SqlConfig;
      logger: LoggerService;
    },
  ) {}

  async run(now = Date.now()): Promise<void> {
    const { store, sessions, config } = this.options;
    const idle = config.sessionIdleTimeoutMs;
    for (const session of await store.openSessions()) {
      if (Date.parse(session.last_used_at) + idle > now) {
        await this.keepAlive(session);
      } else {
        const minutes = Math.round(idle / 60_000);
        await sessions.end(session, `idle for ${minutes} minutes`);
      }
    }
    await store.endLost({
      sentBefore: toTimestamp(now - LOST_AFTER_MS),
      seenBefore: toTimestamp(now - LOST_AFTER_MS),
      error: {
        message: 'The back end that ran the statement has ended',
      },
    });
    const { retentionMs } = config.dataSources;
    await this.options.pages.cleanUp(toTimestamp(now - retentionMs));
    await store.cleanUp({
      sessionsBefore: toTimestamp(now - ENDED_KEPT_MS),
      operationsBefore: toTimestamp(now - config.historyRetentionMs),
    });
  }

  private async keepAlive(session: SqlSessionRow) {
    const { store, places, logger } = this.options;
    try {
      await (await places.runner(session)).keepAlive(session);
    } catch (error) {
      const { message } = toError(error);
      if (error instanceof SqlSessionGoneError) {
        await store.endSession(session.id, message);
      } else {
        logger.warn(`SQL session ${session.id} is not kept: ${message}`);
      }
    }
  }
}
