import {
  LogLevel,
  Run,
  RunActionBody,
  RunEvent,
  RunLogLine,
  RunOperation,
  RunPage,
  RunSettings,
  RunState,
  StartFrom,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipFilter } from '../permissions/ownershipFilter';

/** @internal */
export interface CreateRunInput {
  /** The newest when absent. */
  version?: number;
  /** The first one that can run it when absent. */
  target?: string;
  parameters?: Record<string, string>;
  settings?: RunSettings;
  startFrom?: StartFrom;
}

/** @internal */
export type RunActionInput = RunActionBody;

/** @internal */
export interface RunListQuery {
  search?: string;
  pipeline?: string;
  state?: RunState;
  active?: boolean;
  /** Full entity refs; any of them. */
  owner?: string[];
  sort: 'createdAt' | '-createdAt';
  limit: number;
  cursor?: string;
  /** Set by AuthorizedRunService. */
  visible?: OwnershipFilter;
}

/**
 * Runs: executions of versions of pipelines. A caller says what is desired;
 * that is recorded and answered at once. The supervisors (RunSupervisor) bring
 * it about, and what they observe is what a run shows.
 *
 * Every method throws NotFoundError for a run (or pipeline) that does not
 * exist or that the caller may not read.
 *
 * @internal
 */
export interface RunService {
  /**
   * Records the intent to run a version. Throws ProblemsError when the
   * document, the parameters or the data sources do not fit, InputError for an
   * unknown target, ConflictError when nothing is published.
   */
  create(pipeline: string, input: CreateRunInput, caller: Caller): Promise<Run>;
  list(query: RunListQuery, caller: Caller): Promise<RunPage>;
  /** Newest first; NotFoundError when there is no such pipeline. */
  listOfPipeline(
    pipeline: string,
    query: { state?: RunState; limit: number; cursor?: string },
    caller: Caller,
  ): Promise<RunPage>;
  get(id: string, caller: Caller): Promise<Run>;
  /** Oldest first. */
  events(
    id: string,
    query: { after?: number; limit: number },
    caller: Caller,
  ): Promise<RunEvent[]>;
  /** Oldest first; `complete` when the run has ended and no line follows. */
  logs(
    id: string,
    query: { after?: number; node?: string; level?: LogLevel; limit: number },
    caller: Caller,
  ): Promise<{ items: RunLogLine[]; complete: boolean }>;
  /**
   * Repeating what is under way is harmless. Answers the run, or the new one of
   * an upgrade. Throws ConflictError with the reason when its state or its
   * target does not allow it, InputError when the action needs more.
   */
  act(id: string, input: RunActionInput, caller: Caller): Promise<Run>;
  /** What was asked of its jobs, newest first. */
  operations(
    id: string,
    query: { limit: number },
    caller: Caller,
  ): Promise<RunOperation[]>;
}
