import { toError } from '@backstage/errors';
import { LogBatch, LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { RunObserver } from './RunObserver';
import { RunRecorder } from './RunRecorder';
import { SupervisedRun } from './RunRecord';

/** So many lines of a run are kept. @internal */
export const MAX_LOG_LINES = 100_000;

/** Batches of one step while a run goes on, so that it cannot starve others. */
const BATCHES_PER_STEP = 5;

/** @internal */
export interface ImportedLogs {
  run: SupervisedRun;
  /** Why the engine could not be read to the end. */
  error?: Error;
}

/**
 * Copies log lines from the engine into the database. The lines and the
 * engine's cursor behind them are one transaction: after a crash the next
 * supervisor asks from the stored cursor, so that no line is lost or doubled.
 *
 * @internal
 */
export class RunLogImporter {
  constructor(
    private readonly options: {
      observer: RunObserver;
      recorder: RunRecorder;
      maxLines?: number;
    },
  ) {}

  /**
   * `all`: until the engine has no more. What was stored before an engine's
   * error stays stored. Throws StaleRunError.
   */
  async importLogs(run: SupervisedRun, all: boolean): Promise<ImportedLogs> {
    let current = run;
    for (let batches = 0; all || batches < BATCHES_PER_STEP; batches += 1) {
      if (this.isFull(current)) break;
      let batch: LogBatch;
      try {
        batch = await this.options.observer.logs(current);
      } catch (error) {
        return { run: current, error: toError(error) };
      }
      if (batch.lines.length === 0) break;
      current = await this.options.recorder.record(
        current,
        { change: { logCursor: batch.cursor } },
        this.limit(current, batch.lines),
      );
    }
    return { run: current };
  }

  /** The line that says so is one more than the limit. */
  private isFull(run: SupervisedRun): boolean {
    return run.logSeq > this.maxLines;
  }

  private limit(run: SupervisedRun, lines: LogLine[]): LogLine[] {
    const room = this.maxLines - run.logSeq;
    if (lines.length <= room) return lines;
    return [
      ...lines.slice(0, room),
      {
        at: lines[room].at,
        level: 'warn',
        message: `Only the first ${this.maxLines} lines of a run are kept; the lines after this one are not`,
      },
    ];
  }

  private get maxLines(): number {
    return this.options.maxLines ?? MAX_LOG_LINES;
  }
}
