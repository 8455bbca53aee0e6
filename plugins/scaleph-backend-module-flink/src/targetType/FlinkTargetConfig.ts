import { JsonObject } from '@backstage/types';
import { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';

/** Configuration of a target of type `flink-session`, as its schema has it. @public */
export interface FlinkTargetConfig {
  /** Address of the JobManager's REST interface. */
  restUrl: string;
  /** Address of the SQL Gateway; without one there is no SQL. */
  gatewayUrl?: string;
  tls?: { ca?: string; insecureSkipVerify?: boolean };
  /** Name of the header whose value is the secret `authorization`. */
  authorizationHeader?: string;
  /** SeaTunnel on the cluster. */
  seatunnel?: {
    /** E.g. `2.3.4`: it decides how tables are named. */
    version: string;
    /** SEATUNNEL_HOME on the JobManager. */
    home: string;
    /** File name in its directory `starter`. */
    starter?: string;
  };
  /** Flink CDC's pipelines. */
  cdc?: {
    /**
     * Its distribution, its connectors and their drivers: names of uploads, URLs, Maven coordinates, or absolute paths that the
     * JobManager and the TaskManagers have.
     */
    jars: string[];
    /** Flink's directory on the JobManager; its FLINK_HOME when absent. */
    flinkHome?: string;
  };
  /** What SQL may touch of the machines of the cluster and the gateway. */
  sql?: {
    allowedPaths?: string[];
    allowJars?: boolean;
    /** Directory that this back end writes and the gateway reads. */
    jarDirectory?: string;
  };
}

/** The name of its one secret. @public */
export const AUTHORIZATION_SECRET = 'authorization';

/** Takes a configuration that is valid by the schema for what it is. @internal */
export function toFlinkTargetConfig(config: JsonObject): FlinkTargetConfig {
  return config as unknown as FlinkTargetConfig;
}

/** Whether an entry of `cdc.jars` is a path on the cluster. @internal */
export function isClusterPath(text: string): boolean {
  return text.startsWith('/');
}

/** The jar that a text of a configuration names. @internal */
export function toArtifactRef(text: string): ArtifactRef {
  if (/^https?:\/\//.test(text)) return { url: text };
  return /^[^:/]+:[^:/]+:[^:/]+/.test(text)
    ? { maven: text }
    : { upload: text };
}
