import {
  DocumentProblem,
  Mode,
  NodeMetrics,
  PipelineDocument,
  PipelineType,
  RunOutput,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** What an engine can do. @public */
export interface EngineCapabilities {
  pipelineTypes: PipelineType[];
  modes: Mode[];
  actions: RunAction[];
}

/** What a user can ask of a run. @public */
export type RunAction = 'cancel';

/** Where a target is and whether it answers. @public */
export interface TargetInfo {
  /** Unique over all engines, e.g. `embedded`. */
  name: string;
  title: string;
  healthy: boolean;
  message?: string;
}

/** A data source as a node of a pipeline uses it; never with its secrets. @public */
export interface Connection {
  /** Name of the data source. */
  dataSource: string;
  /** Its type, e.g. `postgresql`. */
  type: string;
  /** Its configuration, valid by the schema of its type. */
  config: JsonObject;
}

/** The same with the secrets in clear; lives in memory only. @public */
export interface ConnectionWithSecrets extends Connection {
  secrets: Record<string, string>;
}

/** @public */
export interface PlanRequest {
  target: string;
  /** Checked without problems, parameters not replaced yet. */
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
  /** The engine's own form of the plan; JSON, for `submit` alone. */
  payload: JsonObject;
}

/** What finds a submitted run again; JSON, stored with the run. @public */
export type EngineHandle = JsonObject;

/** @public */
export interface RunContext {
  runId: string;
  logger: LoggerService;
  /** Resolves the secrets at the last moment. Throws with a message for a person when one is missing. */
  connections(): Promise<Record<string, ConnectionWithSecrets>>;
}

/**
 * What an engine sees of a run. `unknown` says that the engine has no trace of it: while `final` is false it may still turn up
 * (the run goes to RECONCILING), with `final` the engine vouches that it does not run and never will (the run is FAILED).
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
      startedAt?: string;
      endedAt?: string;
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

/**
 * Code that speaks to one kind of target. A submit is idempotent by run id: repeated after a crash it finds what it made and
 * starts nothing again. Observing never changes anything.
 * @public
 */
export interface Engine {
  /** E.g. `embedded`. */
  readonly id: string;
  capabilities(): EngineCapabilities;
  targets(): Promise<TargetInfo[]>;
  /** Pure. Throws InputError with `problems` when the engine cannot run the document. */
  plan(request: PlanRequest): Promise<DeploymentPlan>;
  /**
   * The handle that `submit` will return for a run. Pure. It is stored with the intent, before the submit, so that a supervisor on
   * another machine knows where the submit may have happened. Only for engines whose runs live on one machine.
   */
  reserve?(runId: string): EngineHandle;
  submit(plan: DeploymentPlan, context: RunContext): Promise<EngineHandle>;
  /** Without a handle (the back end died between submit and storing it) the engine looks the run up by its id. */
  observe(
    handle: EngineHandle | undefined,
    context: Pick<RunContext, 'runId' | 'logger'>,
  ): Promise<Observation>;
  /** Asks only; the outcome is seen by observing. Harmless when repeated or when the run has ended. */
  act(
    handle: EngineHandle | undefined,
    action: RunAction,
    context: Pick<RunContext, 'runId' | 'logger'>,
  ): Promise<void>;
  /** Lines after `cursor` (from the start without one), at most `limit`; the same cursor gives the same lines again. */
  logs(
    handle: EngineHandle | undefined,
    options: { runId: string; cursor?: string; limit: number },
  ): Promise<LogBatch>;
  /** Forgets what it keeps of an ended run (files, directories). Harmless when repeated. */
  cleanUp(
    handle: EngineHandle | undefined,
    options: { runId: string },
  ): Promise<void>;
}
