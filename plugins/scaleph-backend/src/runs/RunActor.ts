import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  isTerminal,
  RunActionName,
  RunOperation,
} from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { TargetDirectory } from '../targets/TargetDirectory';
import { NextStart, SupervisedRun } from './RunRecord';
import { RunIntents } from './RunIntents';
import { RunActionInput } from './RunService';
import { RunStore } from './RunStore';
import { RunViews } from './RunViews';
import { RunUpgradeStarter } from './RunUpgradeStarter';
import { StaleRunError } from './StaleRunError';
import { RunPatch } from './transition';

const NAMES: Record<RunActionName, string> = {
  cancel: 'Stop',
  stop: 'Stop with a savepoint',
  suspend: 'Suspend',
  resume: 'Resume',
  restart: 'Restart',
  savepoint: 'Savepoint',
  checkpoint: 'Checkpoint',
  rescale: 'Change of parallelism',
  upgrade: 'Upgrade',
};

const STARTS_A_JOB: RunActionName[] = ['resume', 'restart', 'upgrade'];

/** Records what users ask of runs; the supervisors do it. @internal */
export class RunActor {
  constructor(
    private readonly options: {
      store: RunStore;
      views: RunViews;
      intents: RunIntents;
      targets: Pick<TargetDirectory, 'requireUse'>;
      upgrades: RunUpgradeStarter;
      onChange: (id: string, revision: number) => void;
    },
  ) {}

  /** Answers the id of the run to show: the new one of an upgrade. Throws as RunService.act does. */
  async act(
    id: string,
    input: RunActionInput,
    caller: Caller,
  ): Promise<string> {
    for (;;) {
      try {
        return await this.tryAct(id, input, caller);
      } catch (error) {
        // Its supervisor was faster; what it wrote may have been the end.
        if (!(error instanceof StaleRunError)) throw error;
      }
    }
  }

  private async tryAct(
    id: string,
    input: RunActionInput,
    caller: Caller,
  ): Promise<string> {
    const { store, targets, upgrades, onChange } = this.options;
    const { action } = input;
    const run = await store.getSupervised(id);
    if (!run) throw new NotFoundError(`Run "${id}" does not exist`);
    if (isTerminal(run.state)) throw new ConflictError(hasEnded(run, action));
    if (isUnderWay(run, action)) {
      return action === 'upgrade' ? run.upgradedBy ?? id : id;
    }
    if (action !== 'cancel') await this.requireAllowed(run, action);
    if (STARTS_A_JOB.includes(action)) {
      await targets.requireUse(run.target, caller);
    }
    if (action === 'upgrade') return upgrades.start(run, input, caller);
    const patch = await this.patch(run, input, actorOf(caller.credentials));
    const { revision } = await store.update(run, {
      ...patch,
      events: [
        {
          at: toTimestamp(),
          type: 'action',
          message: `${NAMES[action]} requested`,
          actor: actorOf(caller.credentials),
        },
      ],
      change: { ...patch.change, restMs: 0 },
    });
    onChange(id, revision);
    return id;
  }

  private async patch(
    run: SupervisedRun,
    input: RunActionInput,
    actor: string,
  ): Promise<Partial<RunPatch> & Pick<RunPatch, 'change'>> {
    const { action } = input;
    switch (action) {
      case 'cancel':
        return cancel(run);
      case 'resume':
        return {
          change: {
            desired: 'running',
            activity: 'resume',
            nextStart: await this.nextStart(run, input),
          },
        };
      case 'restart':
        return this.restart(run, await this.nextStart(run, input), actor);
      case 'rescale':
        if (input.parallelism === undefined) {
          throw new InputError(
            'parallelism is missing: it says how many subtasks to run with',
          );
        }
        return ask(action, actor, { parallelism: input.parallelism });
      case 'suspend':
        return ask(action, actor, {}, { desired: 'suspended' });
      default:
        return ask(action as 'savepoint', actor);
    }
  }

  /** With a savepoint where its newest state is wanted and can be had. */
  private async restart(
    run: SupervisedRun,
    nextStart: NextStart,
    actor: string,
  ): Promise<Partial<RunPatch> & Pick<RunPatch, 'change'>> {
    const canSuspend = (await this.allowed(run)).includes('suspend');
    const change = { activity: 'restart' as const, nextStart };
    if (nextStart.mode === 'newest' && canSuspend) {
      return ask('suspend', actor, {}, change);
    }
    const hasState =
      nextStart.mode !== 'newest' || run.checkpoint || run.restore;
    return {
      change: hasState ? change : { ...change, nextStart: { mode: 'none' } },
    };
  }

  private async nextStart(
    run: SupervisedRun,
    { startFrom }: RunActionInput,
  ): Promise<NextStart> {
    const allowNonRestored = startFrom?.allowNonRestored ?? false;
    if (!startFrom || (startFrom.mode === 'latest' && !isSuspended(run))) {
      return { mode: 'newest', allowNonRestored };
    }
    if (startFrom.mode === 'none') return { mode: 'none' };
    const restore = await this.options.intents.restore(run.pipeline, startFrom);
    return restore ? { mode: 'snapshot', restore } : { mode: 'none' };
  }

  private async allowed(run: SupervisedRun): Promise<RunActionName[]> {
    const { store, views } = this.options;
    const stored = (await store.summaries([run.id])).get(run.id);
    if (!stored) throw new NotFoundError(`Run "${run.id}" does not exist`);
    if (stored.revision !== run.revision) throw new StaleRunError(run.id);
    const [summary] = await views.summaries([stored]);
    return summary.actions;
  }

  private async requireAllowed(
    run: SupervisedRun,
    action: RunActionName,
  ): Promise<void> {
    const allowed = await this.allowed(run);
    if (allowed.includes(action)) return;
    const present = run.activity ? `, and a ${run.activity} is under way` : '';
    throw new ConflictError(
      `Run "${run.id}" cannot be asked for "${action}": it is ${
        run.desired === 'stopped' ? 'being cancelled' : run.state
      }${present}; it allows ${allowed.join(', ') || 'nothing'} now`,
    );
  }
}

/** Wins over everything that is under way. */
function cancel(run: SupervisedRun) {
  return {
    change: {
      desired: 'stopped' as const,
      activity: undefined,
      operation: undefined,
      nextStart: undefined,
    },
    ...(run.operation && {
      outcome: {
        id: run.operation,
        state: 'failed' as const,
        message: 'The run was cancelled',
      },
    }),
  };
}

/** The intent of an operation. */
function ask(
  kind: RunOperation['kind'],
  createdBy: string,
  more: { parallelism?: number } = {},
  change: RunPatch['change'] = {},
) {
  const id = randomUUID();
  return {
    change: { activity: kind, operation: id, ...change },
    begin: { id, kind, createdAt: toTimestamp(), createdBy, ...more },
  };
}

function isSuspended({ state }: SupervisedRun): boolean {
  return state === 'SUSPENDED';
}

/** Asking again is harmless. */
function isUnderWay(run: SupervisedRun, action: RunActionName): boolean {
  if (action === 'cancel') return run.desired === 'stopped';
  if (run.desired === 'stopped') return false;
  if (action === 'suspend' && isSuspended(run) && !run.activity) return true;
  if (action === 'upgrade' && !run.upgradedBy) return false;
  return run.activity === action;
}

function hasEnded(run: SupervisedRun, action: RunActionName): string {
  const ended = `Run "${run.id}" has ended already: it is ${run.state}`;
  return action === 'restart' || action === 'resume'
    ? `${ended}. Start a new run of pipeline "${run.pipeline}" with startFrom {"mode": "latest"}`
    : ended;
}
