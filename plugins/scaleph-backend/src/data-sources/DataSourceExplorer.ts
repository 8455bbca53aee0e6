import {
  InputError,
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  DataSourceObjects,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceBrowser,
  DataSourceConnection,
  DataSourceType,
  limitObjects,
  ReceiveLimit,
  scrubSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { orAborted } from '../registrations/orAborted';
import { UserSlots } from '../registrations/UserSlots';
import { cutSample } from './cutSample';
import { RowsQuery } from './DataSourceService';
import { FileRows } from './FileRows';

const AT_A_TIME = 4;
const MOST_OBJECTS = 1_000;
const LONGEST_MESSAGE = 1_000;
/** What may arrive for one look; what can be cut by the server takes far less. */
const MOST_BYTES = 64 * 1024 * 1024;
const MEANT_FOR_THE_CALLER = ['NotFoundError', 'NotAllowedError', 'InputError'];

/** What is looked into. @internal */
export interface ExploredDataSource {
  name: string;
  type: DataSourceType;
  /** With the secrets in clear. */
  connect: () => Promise<DataSourceConnection>;
}

/**
 * Looks into data sources: within a time limit, a few at a time for each user,
 * with answers of limited size that hold no secret. Ends when the caller does
 * not wait any more.
 *
 * @internal
 */
export class DataSourceExplorer {
  private readonly slots = new UserSlots({
    atATime: AT_A_TIME,
    noun: 'looks into data sources',
  });

  constructor(
    private readonly options: {
      timeoutMs: number;
      files: Pick<FileRows, 'read'>;
    },
  ) {}

  /** Throws NotFoundError, InputError, TooManyRequestsError, or ServiceUnavailableError with the reason when it does not answer. */
  async objects(
    actor: string,
    dataSource: ExploredDataSource,
    request: { path: string[]; search?: string; gone: AbortSignal },
  ): Promise<DataSourceObjects> {
    const { path, search, gone } = request;
    const asked = { path, search, limit: MOST_OBJECTS };
    return this.explore(
      actor,
      dataSource,
      gone,
      async (browser, connection, signal) =>
        limitObjects(
          await browser.objects(connection, { ...asked, signal }),
          asked,
        ),
    );
  }

  /** As `objects`; InputError for a type of which no rows can be read. */
  async rows(
    actor: string,
    dataSource: ExploredDataSource,
    request: RowsQuery,
  ): Promise<SampleRows> {
    const { path, limit, from = 'first', gone } = request;
    return this.explore(
      actor,
      dataSource,
      gone,
      async (browser, connection, signal) => {
        const { rows, file } = browser;
        if (!rows && !file) {
          throw new InputError(
            `Rows of a data source of type ${dataSource.type.type} cannot be read here`,
          );
        }
        const asked = { path, limit, from, signal };
        const sample = file
          ? await this.options.files.read({ file }, connection, asked)
          : await rows!(connection, asked);
        return cutSample(sample, { limit, secrets: connection.secrets });
      },
    );
  }

  private async explore<T>(
    actor: string,
    { name, type, connect }: ExploredDataSource,
    gone: AbortSignal,
    look: (
      browser: DataSourceBrowser,
      connection: DataSourceConnection,
      signal: AbortSignal,
    ) => Promise<T>,
  ): Promise<T> {
    const { browser } = type;
    if (!browser) {
      throw new InputError(
        `Data source "${name}" is of type ${type.type}, which cannot be looked into`,
      );
    }
    return this.slots.run(actor, async () => {
      const limit = AbortSignal.timeout(this.options.timeoutMs);
      const signal = AbortSignal.any([gone, limit]);
      const received = new ReceiveLimit(MOST_BYTES);
      const connection = { ...(await connect()), received };
      try {
        return await orAborted(look(browser, connection, signal), signal);
      } catch (error) {
        if (received.isExceeded) throw tooMuch(name);
        throw this.explain(error, name, connection.secrets, limit);
      }
    });
  }

  private explain(
    error: unknown,
    name: string,
    secrets: Record<string, string>,
    limit: AbortSignal,
  ): Error {
    const what = `Data source "${name}"`;
    if (limit.aborted) {
      const seconds = this.options.timeoutMs / 1000;
      return new ServiceUnavailableError(
        `${what} did not answer within ${seconds} s (scaleph.dataSources.browseTimeout)`,
      );
    }
    const message = scrubSecrets(
      isError(error) ? error.message : String(error),
      secrets,
    ).slice(0, LONGEST_MESSAGE);
    const errorName = isError(error) ? error.name : '';
    if (errorName === 'NotFoundError') return new NotFoundError(message);
    if (
      MEANT_FOR_THE_CALLER.includes(errorName) ||
      errorName === 'SqlStatementError'
    ) {
      return new InputError(`${what}: ${message}`);
    }
    return new ServiceUnavailableError(`${what}: ${message}`);
  }
}

function tooMuch(name: string): Error {
  return new InputError(
    `Data source "${name}": it sent more than ${
      MOST_BYTES / 1024 / 1024
    } MiB for this look, of values that it cannot cut itself, and was stopped. Read it with a query that leaves the large columns out, or with a pipeline`,
  );
}
