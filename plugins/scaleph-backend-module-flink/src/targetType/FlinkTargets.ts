import { LoggerService } from '@backstage/backend-plugin-api';
import {
  NetworkPolicy,
  TargetConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { ClusterWatch } from '../cluster/ClusterWatch';
import { ClusterViews } from '../cluster/views/ClusterViews';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { HttpTarget } from '../http/HttpTarget';
import { FlinkOperations } from '../operations/FlinkOperations';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { JarDirectories } from '../sql/JarDirectories';
import { FileSweeper } from '../submit/FileSweeper';
import {
  AUTHORIZATION_SECRET,
  FlinkTargetConfig,
  toFlinkTargetConfig,
} from './FlinkTargetConfig';

/** A target with the connections to it. @internal */
export interface FlinkTarget {
  name: string;
  config: FlinkTargetConfig;
  jars: JarDirectories;
  rest: FlinkRestClient;
  /** Undefined when the configuration names none. */
  gateway: SqlGatewayClient | undefined;
  watch: ClusterWatch;
  operations: FlinkOperations;
  views: ClusterViews;
  sweeper: FileSweeper;
  close(): void;
}

/** How long the connections of an older form of a target may finish what they do, in milliseconds. */
const LAST_CALLS_MS = 10 * 60_000;

/** Keeps one set of connections for each target, until the target changes. @internal */
export class FlinkTargets {
  private readonly open = new Map<
    string,
    { revision: number; target: Promise<FlinkTarget> }
  >();

  constructor(
    private readonly options: {
      network: NetworkPolicy;
      jars: JarDirectories;
      logger: LoggerService;
    },
  ) {}

  /** Throws InputError for an address or a header that is none, or a message for a person when a secret is missing. */
  async of(connection: TargetConnection): Promise<FlinkTarget> {
    const { name, revision } = connection;
    const known = this.open.get(name);
    if (known?.revision === revision) return known.target;
    const target = this.connect(connection);
    this.open.set(name, { revision, target });
    if (known) closeLater(known.target);
    target.catch(() => {
      if (this.open.get(name)?.target === target) this.open.delete(name);
    });
    return target;
  }

  /** Connections that nobody shares: `use` has them, then they are closed. */
  async with<T>(
    connection: TargetConnection,
    use: (target: FlinkTarget) => Promise<T>,
  ): Promise<T> {
    const target = await this.connect(connection);
    try {
      return await use(target);
    } finally {
      target.close();
    }
  }

  private async connect(connection: TargetConnection): Promise<FlinkTarget> {
    const config = toFlinkTargetConfig(connection.config);
    const secrets = await connection.secrets();
    const value = secrets[AUTHORIZATION_SECRET];
    const shared: Omit<HttpTarget, 'product' | 'url'> = {
      network: this.options.network,
      ...(config.tls && { tls: config.tls }),
      ...(value && {
        header: { name: config.authorizationHeader ?? 'Authorization', value },
      }),
    };
    const rest = new FlinkRestClient({ ...shared, url: config.restUrl });
    const gateway =
      config.gatewayUrl === undefined
        ? undefined
        : new SqlGatewayClient({ ...shared, url: config.gatewayUrl });
    const { logger } = this.options;
    const watch = new ClusterWatch({ client: rest, logger });
    return {
      name: connection.name,
      config,
      jars: this.options.jars,
      rest,
      gateway,
      watch,
      operations: new FlinkOperations({ client: rest }),
      views: new ClusterViews({ client: rest, gateway, watch }),
      sweeper: new FileSweeper({ rest, logger }),
      close: () => {
        rest.close();
        gateway?.close();
      },
    };
  }
}

function closeLater(target: Promise<FlinkTarget>): void {
  setTimeout(() => {
    target.then(
      it => it.close(),
      () => undefined,
    );
  }, LAST_CALLS_MS).unref();
}
