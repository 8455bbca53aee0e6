import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** @internal */
export interface SqlConfig {
  /** A session that nobody uses ends after it. */
  sessionIdleTimeoutMs: number;
  sessionsPerUser: number;
  /** Statements of a user at the same time, over all back ends. */
  statementsPerUser: number;
  /** Statements are kept in the history of their user. */
  historyRetentionMs: number;
  /** Rows of a statement on a target. */
  maxRows: number;
  dataSources: {
    maxRows: number;
    /** Of the rows of a statement together, as JSON. */
    maxBytes: number;
    timeoutMs: number;
    /** Rows of a statement are kept in the database. */
    retentionMs: number;
  };
}

/** `scaleph.sql`. Throws, naming the key, when a value is not positive. @internal */
export function readSqlConfig(config: Config): SqlConfig {
  const duration = (key: string, fallback: number) => {
    const path = `scaleph.sql.${key}`;
    if (!config.has(path)) return fallback;
    return positive(
      path,
      durationToMilliseconds(readDurationFromConfig(config, { key: path })),
    );
  };
  const number = (key: string, fallback: number) => {
    const path = `scaleph.sql.${key}`;
    return positive(path, config.getOptionalNumber(path) ?? fallback);
  };
  const minute = 60_000;
  return {
    sessionIdleTimeoutMs: duration('sessionIdleTimeout', 30 * minute),
    sessionsPerUser: number('sessionsPerUser', 10),
    statementsPerUser: number('statementsPerUser', 5),
    historyRetentionMs: duration('historyRetention', 30 * 24 * 60 * minute),
    maxRows: number('maxRows', 1_000_000),
    dataSources: {
      maxRows: number('dataSources.maxRows', 10_000),
      maxBytes: number('dataSources.maxBytes', 50 * 1024 * 1024),
      timeoutMs: duration('dataSources.timeout', minute),
      retentionMs: duration('dataSources.resultRetention', 60 * minute),
    },
  };
}

function positive(key: string, value: number): number {
  if (value > 0) return value;
  throw new Error(`${key} is ${value}; it must be more than 0`);
}
