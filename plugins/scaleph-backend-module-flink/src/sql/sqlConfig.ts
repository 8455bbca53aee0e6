import { FlinkSqlPolicy } from '@scaleph/backstage-plugin-scaleph-common';
import { TargetConnection } from '@scaleph/backstage-plugin-scaleph-node';

/** What a target's configuration says of SQL. @internal */
export interface FlinkSqlConfig extends FlinkSqlPolicy {
  hasGateway: boolean;
  /** A directory that the back end writes and the gateway reads. */
  jarDirectory?: string;
  idleTimeoutMs: number;
}

const DEFAULT_IDLE_MS = 10 * 60_000;

/** @internal */
export function sqlConfigOf({ config }: TargetConnection): FlinkSqlConfig {
  const sql = (config.sql ?? {}) as {
    allowedPaths?: string[];
    allowJars?: boolean;
    jarDirectory?: string;
    idleTimeoutMinutes?: number;
  };
  return {
    hasGateway: typeof config.gatewayUrl === 'string',
    allowedPaths: sql.allowedPaths ?? [],
    allowJars: sql.allowJars ?? false,
    jarDirectory: sql.jarDirectory,
    idleTimeoutMs: sql.idleTimeoutMinutes
      ? sql.idleTimeoutMinutes * 60_000
      : DEFAULT_IDLE_MS,
  };
}
