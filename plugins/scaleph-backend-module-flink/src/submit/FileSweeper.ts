import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EngineContext } from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { ClusterFiles, configName } from './ClusterFiles';

/** A cluster is asked for its files so often. */
const EVERY_MS = 15_000;

/**
 * Deletes what nobody needs any more from a JobManager while runs are watched.
 * A back end that dies in the middle of a submit leaves a configuration, with
 * passwords: it has been read when the job of that deployment runs.
 *
 * @internal
 */
export class FileSweeper {
  private names = new Set<string>();
  private nextAt = 0;

  constructor(
    private readonly options: {
      rest: FlinkRestClient;
      logger: LoggerService;
      now?: () => number;
    },
  ) {}

  /** The job of that deployment runs, or has run. Resolves when nothing is swept. */
  async hasRead(
    deployment: Pick<EngineContext, 'runId' | 'deployment'>,
  ): Promise<void> {
    const { rest, logger, now = Date.now } = this.options;
    this.names.add(configName(deployment));
    if (now() < this.nextAt) return;
    this.nextAt = now() + EVERY_MS;
    const { names } = this;
    this.names = new Set();
    try {
      await new ClusterFiles(rest, now).sweep({ read: names });
    } catch (error) {
      // The next one finds it too.
      logger.debug(
        `Files were left on ${rest.server}: ${toError(error).message}`,
      );
    }
  }
}
