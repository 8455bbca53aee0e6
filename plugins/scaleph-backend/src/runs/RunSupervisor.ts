import { LoggerService } from '@backstage/backend-plugin-api';
import { isActive, isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { messageOf } from './engineErrors';
import { nextStep } from './nextStep';
import { RunReconciler } from './RunReconciler';
import { SupervisedRun } from './RunRecord';
import { RunStore } from './RunStore';
import { Slots } from './Slots';
import { StaleRunError } from './StaleRunError';

/** @internal */
export interface RunSupervisorOptions {
  store: RunStore;
  reconciler: Pick<RunReconciler, 'step'>;
  logger: LoggerService;
  /** Id of this process, unique among all that ever shared the database. */
  instance: string;
  /** How many runs this process takes in before others have ended. */
  maxActive: number;
  /** All in milliseconds. */
  timing?: Partial<typeof TIMING>;
}

const TIMING = {
  /** A process that has not renewed for so long has lost its runs. */
  lease: 15_000,
  renew: 5_000,
  poll: 1_000,
  /** While something is about to happen. */
  pollSoon: 150,
  /** How long a run that was given up is left to others. */
  leave: 5_000,
  /** How long a shutdown waits for steps that are under way. */
  shutdown: 3_000,
};

/** A run that changed so lately is looked at more often. */
const RECENT_MS = 5_000;
/** Of runs that an engine has no place for, a process holds only so many: another one may have a place. */
const WAITING_PER_ENGINE = 4;
/** Steps at the same time for one engine, so that a slow one holds up its own runs only. */
const STEPS_PER_ENGINE = 8;

/**
 * The loop of one back end process. Every round it takes leases on runs that
 * nobody supervises, and gives each of its runs one step. The lease makes it
 * the only supervisor of its runs; it is renewed apart from the rounds, so
 * that a slow engine costs no lease. When the process dies, its leases run out
 * and the others take the runs over.
 *
 * @internal
 */
export class RunSupervisor {
  private readonly slots = new Slots(STEPS_PER_ENGINE);
  private readonly timing: typeof TIMING;
  private readonly left = new Map<string, number>();
  private nextRound?: { timer: NodeJS.Timeout; at: number };
  private renewal?: NodeJS.Timeout;
  private round?: Promise<void>;
  private wokenDuringRound = false;
  private stopped = true;

  constructor(private readonly options: RunSupervisorOptions) {
    this.timing = { ...TIMING, ...options.timing };
  }

  start(): void {
    this.stopped = false;
    this.renewal = setInterval(() => this.renew(), this.timing.renew);
    this.schedule(0);
  }

  /** A run was created or its desired state changed: look at once. */
  wake(): void {
    this.schedule(0);
  }

  /** Gives the leases back, so that others need not wait for their end. */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    clearTimeout(this.nextRound?.timer);
    clearInterval(this.renewal);
    this.slots.clear();
    let limit: NodeJS.Timeout | undefined;
    await Promise.race([
      Promise.all([this.round, this.slots.idle()]),
      new Promise<void>(resolve => {
        limit = setTimeout(resolve, this.timing.shutdown);
      }),
    ]);
    clearTimeout(limit);
    await this.options.store.release(this.options.instance);
  }

  private schedule(delayMs: number): void {
    if (this.stopped) return;
    if (this.round) {
      this.wokenDuringRound ||= delayMs === 0;
      return;
    }
    const at = Date.now() + delayMs;
    if (this.nextRound && this.nextRound.at <= at) return;
    clearTimeout(this.nextRound?.timer);
    this.nextRound = { at, timer: setTimeout(() => this.begin(), delayMs) };
  }

  private begin(): void {
    this.nextRound = undefined;
    this.wokenDuringRound = false;
    this.round = this.playRound()
      .catch(error => {
        this.options.logger.error(
          `A round of the supervisor failed, the next one follows: ${messageOf(
            error,
          )}`,
        );
        return this.timing.poll;
      })
      .then(delayMs => {
        this.round = undefined;
        this.schedule(this.wokenDuringRound ? 0 : delayMs);
      });
  }

  /** Answers the milliseconds until the next round. */
  private async playRound(): Promise<number> {
    const { store, instance, maxActive } = this.options;
    const held = await this.listDue();
    const active = await store.countActive(instance);
    const claimed = await store.claim({
      instance,
      leaseMs: this.timing.lease,
      capacity: Math.min(maxActive - active, WAITING_PER_ENGINE),
      withoutEngines: enginesWithQueue(held),
      withoutRuns: this.leftRuns(),
    });
    const due = claimed.length > 0 ? await this.listDue() : held;
    for (const run of due) {
      this.slots.tryRun(run.engine, run.id, waited => this.step(run, waited));
    }
    const isSoon = claimed.length > 0 || due.some(isRecent);
    return isSoon ? this.timing.pollSoon : this.timing.poll;
  }

  private listDue(): Promise<SupervisedRun[]> {
    const { store, instance } = this.options;
    return this.slots.list(() => store.listDue(instance));
  }

  private async step(listed: SupervisedRun, waited: boolean): Promise<void> {
    const { reconciler, logger } = this.options;
    try {
      // Only looking does no harm when what is known is old: a write is refused then.
      const isOld = waited && nextStep(listed) !== 'observe';
      const run = isOld ? await this.readAgain(listed.id) : listed;
      if (!run) return;
      const after = await reconciler.step(run);
      const isLeft = isActive(after.state) && !after.leaseOwner;
      if (isLeft) {
        this.left.set(run.id, Date.now() + this.timing.leave);
      }
      const goesOn = after.state !== run.state || isTerminal(after.state);
      if (goesOn && after.leaseOwner) this.schedule(0);
    } catch (error) {
      if (error instanceof StaleRunError) {
        // Somebody else wrote: the next round reads it again, if it is still ours.
        this.schedule(0);
        return;
      }
      logger.error(`Step of run ${listed.id} failed: ${messageOf(error)}`);
    }
  }

  /** Runs that can be seen better from elsewhere, given up lately. */
  private leftRuns(): string[] {
    for (const [id, until] of this.left) {
      if (until < Date.now()) this.left.delete(id);
    }
    return [...this.left.keys()];
  }

  /** Undefined when another process has it by now. */
  private async readAgain(id: string): Promise<SupervisedRun | undefined> {
    const run = await this.options.store.getSupervised(id);
    return run?.leaseOwner === this.options.instance ? run : undefined;
  }

  private async renew(): Promise<void> {
    try {
      await this.options.store.renew(this.options.instance, this.timing.lease);
    } catch (error) {
      this.options.logger.warn(
        `The leases could not be renewed, tried again soon: ${messageOf(
          error,
        )}`,
      );
    }
  }
}

/** Those that do not take their runs as fast as they come. */
function enginesWithQueue(held: SupervisedRun[]): string[] {
  const waiting = held.filter(isWaiting).map(run => run.engine);
  return [...new Set(waiting)].filter(
    engine =>
      waiting.filter(other => other === engine).length >= WAITING_PER_ENGINE,
  );
}

/** For a place; one that waits for the run that it upgrades takes none. */
function isWaiting({ state, nextStart }: SupervisedRun): boolean {
  return (state === 'CREATED' && !nextStart) || state === 'SUBMITTING';
}

function isRecent(run: SupervisedRun): boolean {
  const since = run.startedAt ?? run.createdAt;
  return Date.now() - Date.parse(since) < RECENT_MS;
}
