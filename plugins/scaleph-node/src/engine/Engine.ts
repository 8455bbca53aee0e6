import {
  DocumentProblem,
  JobCheckpoints,
  JobConfiguration,
  JobExceptions,
  JobThroughput,
  JobView,
  Mode,
  NodeMetrics,
  PipelineDocument,
  PipelineType,
  ClusterProcessList,
  ProcessText,
  RunActionName,
  RunOutput,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ArtifactReader } from '../artifacts/ArtifactReader';
import { SqlSessions } from '../sql/SqlSessions';
import {
  EngineOperation,
  EngineSnapshot,
  OperationProgress,
} from './EngineOperation';
import { PipelineSampler } from './PipelineSampler';
import { TargetConnection, TargetInfo, TargetType } from './TargetType';

/** What an engine can do. @public */
export interface EngineCapabilities {
  pipelineTypes: PipelineType[];
  modes: Mode[];
  /** Of a run on it, when its state allows. */
  actions: RunActionName[];
  /** Release of SeaTunnel that the target runs: its connectors and options are those that a plan may have. */
  seaTunnelRelease?: string;
}

/** A data source as a node of a pipeline uses it; never with its secrets. @public */
export interface Connection {
  /** Name of the data source. */
  dataSource: string;
  /** Its type, e.g. `postgresql`. */
  type: string;
  /** Its configuration, valid by the schema of its type. */
  config: JsonObject;
  /** Names of the secrets and extra files that are set; none is known when absent. */
  held?: { secrets: string[]; files: string[] };
}

/** The same with the secrets in clear; lives in memory only. @public */
export interface ConnectionWithSecrets extends Connection {
  secrets: Record<string, string>;
  /** Contents of the extra files that are set, by name, e.g. `ca`; absent without any. */
  extraFiles?: Record<string, Buffer>;
}

/** @public */
export interface PlanRequest {
  /** Name of the target. */
  target: string;
  /** The target when it was registered; absent for a built-in one. */
  targetConnection?: TargetConnection;
  /**
   * Checked without problems, parameters not replaced yet. The settings of
   * the run are in its `spec.env` already.
   */
  document: PipelineDocument;
  parameters: Record<string, string>;
  /** By name of the data source. */
  connections: Record<string, Connection>;
}

/** One file of a plan, for preview. Holds no secret. @public */
export interface PlanArtifact {
  name: string;
  mediaType: string;
  content: string;
}

/** Exactly what a submit would send. Holds no secret, so that it may be stored and shown. @public */
export interface DeploymentPlan {
  engine: string;
  target: string;
  artifacts: PlanArtifact[];
  warnings: DocumentProblem[];
  /** Names of uploaded jars that `submit` reads beside those that the document names. */
  uploads?: string[];
  /** The engine's own form of the plan; JSON, for `submit` alone. */
  payload: JsonObject;
}

/** What finds a submitted run again; JSON, stored with the run. @public */
export type EngineHandle = JsonObject;

/** Of which run, on which target an engine is asked. @public */
export interface EngineContext {
  runId: string;
  /**
   * 1 for the first submit of the run; resume, restart and restore submit
   * under the next number. With `runId` it determines the engine's own id of
   * the job, so that a submit can be repeated.
   */
  deployment: number;
  /** The target when it was registered; absent for a built-in one. */
  target?: TargetConnection;
  logger: LoggerService;
}

/** @public */
export interface RunContext extends EngineContext {
  /** Resolves the secrets at the last moment. Throws with a message for a person when one is missing. */
  connections(): Promise<Record<string, ConnectionWithSecrets>>;
  /** Jars that the document names. */
  artifacts: ArtifactReader;
  /** The state to start from; none when absent. */
  restore?: { location: string; allowNonRestored: boolean };
}

/**
 * What an engine sees of a run. `unknown` says that the engine has no trace of it: while `final` is false it may still turn up
 * (the run goes to RECONCILING), with `final` the engine vouches that it does not run and never will (the run is FAILED, or
 * restored from a snapshot by its policy).
 * @public
 */
export type Observation =
  | {
      kind: 'known';
      state: RunState;
      /** Why, for a person; without secrets. Required for FAILED. */
      reason?: string;
      nodes: NodeMetrics[];
      outputs: RunOutput[];
      /** Out of all sources and into all sinks, where that is not the sum over the nodes of the document; absent where it is not known. */
      rows?: { read?: number; written?: number };
      startedAt?: string;
      endedAt?: string;
      /** The newest completed snapshot of the job that stays when the job ends. */
      snapshot?: EngineSnapshot;
    }
  | { kind: 'unknown'; reason: string; final: boolean };

/** @public */
export interface LogLine {
  at: string;
  level: 'debug' | 'info' | 'warn' | 'error';
  node?: string;
  message: string;
}

/** A batch of log lines; `cursor` asks for what follows. @public */
export interface LogBatch {
  lines: LogLine[];
  cursor: string;
}

/** What a run page can ask of the job, and the form of the answer. @public */
export interface JobViews {
  graph: JobView;
  throughput: JobThroughput;
  checkpoints: JobCheckpoints;
  exceptions: JobExceptions;
  configuration: JobConfiguration;
  processes: ClusterProcessList;
}

/** Which text of which process. @public */
export interface ProcessTextRequest {
  /** `jobmanager`, or the id of a TaskManager. */
  process: string;
  text: 'log' | 'stdout' | 'thread-dump';
  /** Name of a log file; the main log when absent. */
  file?: string;
  /** At most so many bytes from the end. */
  tailBytes: number;
}

/**
 * Code that speaks to one kind of target. A submit is idempotent by run id and deployment: repeated after a crash it finds what it
 * made and starts nothing again. Observing never changes anything.
 * @public
 */
export interface Engine {
  /** E.g. `embedded`. */
  readonly id: string;
  /** How targets of this engine are registered; without it there are only the built-in ones. */
  readonly targetType?: TargetType;
  /** SQL sessions on its targets. */
  readonly sql?: SqlSessions;
  /** Looks into pipelines that are being edited. */
  readonly sampler?: PipelineSampler;
  /** Of this target; of the engine at its best without one. */
  capabilities(target?: TargetConnection): EngineCapabilities;
  /** The built-in targets. */
  targets(): Promise<TargetInfo[]>;
  /** Pure. Throws InputError with `problems` when the engine cannot run the document. */
  plan(request: PlanRequest): Promise<DeploymentPlan>;
  /**
   * The handle that `submit` will return for a run. Pure. It is stored with the intent, before the submit, so that a supervisor on
   * another machine knows where the submit may have happened. Only for engines whose runs live on one machine.
   */
  reserve?(runId: string): EngineHandle;
  submit(plan: DeploymentPlan, context: RunContext): Promise<EngineHandle>;
  /** Without a handle (the back end died between submit and storing it) the engine looks the run up by its id and deployment. */
  observe(
    handle: EngineHandle | undefined,
    context: EngineContext,
  ): Promise<Observation>;
  /** Asks only; the outcome is seen by observing. Harmless when repeated or when the run has ended. */
  act(
    handle: EngineHandle | undefined,
    action: 'cancel',
    context: EngineContext,
  ): Promise<void>;
  /**
   * Begins an operation, or looks how far it is: called again with the same id until it has ended. An operation whose id the engine
   * has seen is never begun twice.
   */
  perform?(
    handle: EngineHandle | undefined,
    operation: EngineOperation,
    context: EngineContext,
  ): Promise<OperationProgress>;
  /** Disposes of a snapshot on the target. Harmless when it is gone. */
  deleteSnapshot?(
    snapshot: EngineSnapshot,
    context: Omit<EngineContext, 'runId' | 'deployment'>,
  ): Promise<void>;
  /** Takes a job that was started elsewhere; the handle finds it. Throws NotFoundError when the target has no such live job. */
  adopt?(
    jobId: string,
    context: Omit<EngineContext, 'runId' | 'deployment'>,
  ): Promise<EngineHandle>;
  /** The engine's own id of the job, when it has one. Pure. */
  jobId?(
    handle: EngineHandle | undefined,
    run: Pick<EngineContext, 'runId' | 'deployment'>,
  ): string | undefined;
  /** Answers for all viewers from one poll. Throws NotFoundError when the target does not know the job (any more). */
  inspect?<V extends keyof JobViews>(
    handle: EngineHandle | undefined,
    view: V,
    context: EngineContext,
  ): Promise<JobViews[V]>;
  /** Log, output or thread dump of a process of the job. */
  readText?(
    handle: EngineHandle | undefined,
    request: ProcessTextRequest,
    context: EngineContext,
  ): Promise<ProcessText>;
  /** Lines after `cursor` (from the start without one), at most `limit`; the same cursor gives the same lines again. */
  logs(
    handle: EngineHandle | undefined,
    options: EngineContext & { cursor?: string; limit: number },
  ): Promise<LogBatch>;
  /** Forgets what it keeps of an ended run (files, directories). Harmless when repeated. */
  cleanUp(
    handle: EngineHandle | undefined,
    options: EngineContext,
  ): Promise<void>;
}
