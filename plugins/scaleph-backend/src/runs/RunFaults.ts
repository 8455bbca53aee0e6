import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * The places in a run's life between which a process can die. The names are
 * the rows of the crash table in docs/explanation/runs.md.
 *
 * @internal
 */
export type RunFaultPoint =
  | 'before-intent'
  | 'after-intent'
  | 'before-submit'
  | 'after-submit'
  | 'after-handle'
  | 'while-running'
  | 'before-stop'
  | 'while-stopping'
  | 'before-end'
  | 'after-logs'
  | 'after-end'
  | 'before-clean-up'
  | 'before-operation'
  | 'after-operation'
  | 'after-savepoint'
  | 'before-suspended'
  | 'after-suspended'
  | 'before-redeploy'
  | 'after-redeploy'
  | 'after-lost'
  | 'before-takeover'
  | 'after-takeover'
  | 'after-proof'
  | 'before-handover'
  | 'before-return';

/**
 * Told of every point that a run passes. In production nobody listens; the
 * crash test installs a listener that kills the process.
 *
 * @internal
 */
export interface RunFaults {
  reach(point: RunFaultPoint, runId: string): Promise<void>;
}

/** @internal */
export const noFaults: RunFaults = { reach: async () => {} };

/** @internal */
export const runFaultsServiceRef = createServiceRef<RunFaults>({
  id: 'scaleph.runs.faults',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => noFaults }),
});
