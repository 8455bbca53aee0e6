import {
  RegistrationTypeInfo,
  DocumentProblem,
  ProcessText,
  TargetConfiguration,
  TargetOverview,
  ClusterProcessList,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { DataSourceEnvironment } from '../dataSources/DataSourceConnection';
import { ProcessTextRequest } from './Engine';

/** Where a target is and whether it answers. @public */
export interface TargetInfo {
  /** Unique over all engines, e.g. `embedded`. */
  name: string;
  title: string;
  healthy: boolean;
  message?: string;
  /** Of the cluster's software, e.g. `1.20.3`. */
  version?: string;
  slots?: number;
  freeSlots?: number;
  runningJobs?: number;
}

/** A registered target as an engine is called with it. @public */
export interface TargetConnection {
  name: string;
  title: string;
  /** E.g. `flink-session`. */
  type: string;
  /** Valid by the schema of its type. */
  config: JsonObject;
  /** Grows with each change, so that what is kept for an older form is dropped. */
  revision: number;
  /** Read at the last moment; live in memory only. */
  secrets(): Promise<Record<string, string>>;
}

/** @public */
export interface TargetUiRequest {
  method: 'GET' | 'HEAD';
  /** Below the root of the user interface, without a leading slash, decoded nowhere, with its query. */
  path: string;
  signal: AbortSignal;
}

/** @public */
export interface TargetUiResponse {
  status: number;
  contentType?: string;
  body: AsyncIterable<Uint8Array>;
}

/**
 * A kind of target that can be registered: the schema of its configuration,
 * the names of its secrets, how to test it and what it tells of itself.
 *
 * @public
 */
export interface TargetType extends RegistrationTypeInfo {
  /** Where a configuration points, for a person; no secret. */
  location(config: JsonObject): string;
  /** Where it is, in one spelling: two configurations with the same address are the same cluster. `location` when absent. */
  address?(config: JsonObject): string;
  /**
   * Names that no other cluster has, e.g. of its processes: two targets that share one are the same cluster under two addresses. Empty
   * when nothing can be said.
   */
  identify?(
    target: TargetConnection,
    options: { signal: AbortSignal },
  ): Promise<string[]>;
  /** What JSON schema cannot say: hosts. Pointers into `config`. */
  check(
    config: JsonObject,
    environment: DataSourceEnvironment,
  ): Promise<DocumentProblem[]>;
  /** As in DataSourceType: whether stored secrets may be sent to where `after` points. */
  maySecretsStay?(before: JsonObject, after: JsonObject): boolean;
  /** Resolves to what answered, for a person, or throws an Error whose message a person can act on; never with a secret in it. */
  test(
    target: TargetConnection,
    options: { signal: AbortSignal },
  ): Promise<string>;
  /** Never throws for a target that does not answer: it is not healthy. Cached for a few seconds. */
  health(target: TargetConnection): Promise<TargetInfo>;
  overview(target: TargetConnection): Promise<TargetOverview>;
  configuration(target: TargetConnection): Promise<TargetConfiguration>;
  processes(target: TargetConnection): Promise<ClusterProcessList>;
  readText(
    target: TargetConnection,
    request: ProcessTextRequest,
  ): Promise<ProcessText>;
  /** One request of the target's own user interface; only reads. */
  ui?(
    target: TargetConnection,
    request: TargetUiRequest,
  ): Promise<TargetUiResponse>;
}
