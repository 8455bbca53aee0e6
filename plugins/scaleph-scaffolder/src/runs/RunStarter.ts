import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CreateRunBody,
  isTerminal,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { setTimeout } from 'node:timers/promises';
import { explained } from '../task/explain';
import { TaskApi } from '../task/TaskApi';

/**
 * Starts a run and follows it to its end.
 *
 * @internal
 */
export class RunStarter {
  constructor(
    private readonly task: TaskApi,
    private readonly logger: LoggerService,
    private readonly pollEveryMs: number,
  ) {}

  async start(
    pipeline: string,
    body: CreateRunBody,
    idempotencyKey: string,
  ): Promise<Run> {
    return explained(
      this.task.api.createRun(pipeline, body, {
        ...(await this.task.options()),
        idempotencyKey,
      }),
    );
  }

  /**
   * The run once it has ended. Throws when that takes longer than `timeoutSeconds`; the run goes on then. When `signal` ends the task,
   * the run is asked to stop.
   */
  async follow(
    run: Run,
    options: { timeoutSeconds: number; signal?: AbortSignal },
  ): Promise<Run> {
    const end = performance.now() + options.timeoutSeconds * 1000;
    let current = run;
    try {
      while (!isTerminal(current.state)) {
        if (performance.now() > end) {
          throw new Error(
            `Run ${run.id} of pipeline "${run.pipeline}" is ${current.state} and has not ended within ${options.timeoutSeconds} seconds; it goes on: see its page, or give a longer timeoutSeconds`,
          );
        }
        await setTimeout(this.pollEveryMs, undefined, {
          signal: options.signal,
        });
        const next = await this.task.api.getRun(
          run.id,
          await this.task.options(),
        );
        if (next.state !== current.state) {
          this.logger.info(`Run ${run.id} is ${next.state}`);
        }
        current = next;
      }
    } catch (error) {
      if (options.signal?.aborted) await this.stop(run);
      throw error;
    }
    return current;
  }

  private async stop(run: Run): Promise<void> {
    await this.task.api.actOnRun(
      run.id,
      { action: 'cancel' },
      await this.task.lastingOptions(),
    );
    this.logger.info(`Run ${run.id} was asked to stop, as the task was`);
  }
}
