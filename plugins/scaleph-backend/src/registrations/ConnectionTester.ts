import { toError } from '@backstage/errors';
import { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import { scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { orAborted } from './orAborted';
import { UserSlots } from './UserSlots';

/** Somebody who tests more at a time than this is not looking at the results. */
const AT_A_TIME = 3;
/** Most of a message; a server may say anything. */
const LONGEST_MESSAGE = 1_000;

/** @internal */
export interface TrialConnection {
  /** What is tried, for a person. */
  location: string;
  /** Aborted when nobody waits for the outcome any more. */
  gone?: AbortSignal;
  /** Gives the secrets in clear; what it throws is an outcome too. */
  open: () => Promise<Record<string, string>>;
  /** Resolves to what answered. */
  connect: (
    secrets: Record<string, string>,
    signal: AbortSignal,
  ) => Promise<string>;
}

/**
 * Tries connections: within a time limit, a few at a time for each user, and
 * with an outcome that holds no secret.
 *
 * @internal
 */
export class ConnectionTester {
  private readonly slots = new UserSlots({
    atATime: AT_A_TIME,
    noun: 'connection tests',
  });

  constructor(
    private readonly options: {
      timeoutMs: number;
    },
  ) {}

  /**
   * The outcome, good or bad. Throws TooManyRequestsError (429) when `actor`
   * has too many tests running.
   */
  async test(actor: string, trial: TrialConnection): Promise<ConnectionTest> {
    return this.slots.run(actor, () => this.run(trial));
  }

  private async run(trial: TrialConnection): Promise<ConnectionTest> {
    const started = Date.now();
    const outcome = await this.attempt(trial);
    return {
      ...outcome,
      at: toTimestamp(started),
      durationMs: Date.now() - started,
    };
  }

  private async attempt({
    location,
    gone,
    open,
    connect,
  }: TrialConnection): Promise<{ ok: boolean; message: string }> {
    const { timeoutMs } = this.options;
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = gone ? AbortSignal.any([limit, gone]) : limit;
    let secrets: Record<string, string> = {};
    const finish = (ok: boolean, message: string) => ({
      ok,
      message: scrubSecrets(message, secrets).slice(0, LONGEST_MESSAGE),
    });
    try {
      secrets = await orAborted(open(), signal);
      return finish(true, await orAborted(connect(secrets, signal), signal));
    } catch (error) {
      if (!signal.aborted) return finish(false, toError(error).message);
      if (gone?.aborted) return finish(false, `${location}: stopped`);
      return finish(
        false,
        `${location} did not answer within ${
          timeoutMs / 1000
        } s: check host, port and firewall`,
      );
    }
  }
}
