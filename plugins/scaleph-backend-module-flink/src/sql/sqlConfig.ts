import { FlinkSqlPolicy } from '@scaleph/backstage-plugin-scaleph-common';
import { TargetConnection } from '@scaleph/backstage-plugin-scaleph-node';

/** What a target's configuration says of SQL. @internal */
export interface FlinkSqlConfig extends FlinkSqlPolicy {
  hasGateway: boolean;
  /** A directory that the back end writes and the gateway reads. */
  jarDirectory?: string;
}

/** @internal */
export function sqlConfigOf({ config }: TargetConnection): FlinkSqlConfig {
  const sql = (config.sql ?? {}) as {
    allowedPaths?: string[];
    allowJars?: boolean;
    jarDirectory?: string;
  };
  return {
    hasGateway: typeof config.gatewayUrl === 'string',
    allowedPaths: sql.allowedPaths ?? [],
    allowJars: sql.allowJars ?? false,
    jarDirectory: sql.jarDirectory,
  };
}
