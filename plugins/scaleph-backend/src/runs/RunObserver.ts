import { LoggerService } from '@backstage/backend-plugin-api';
import { LogBatch, Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { isDeepStrictEqual } from 'node:util';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { engineContext } from './engineContext';
import { requireEngine } from './requireEngine';
import { SupervisedRun } from './RunRecord';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;
const LOG_BATCH = 1_000;

/** Reads what an engine says of a run, and changes nothing. @internal */
export class RunObserver {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      logger: LoggerService;
    },
  ) {}

  /** Throws when the engine does not answer within 30 s, or is not installed. */
  async observe(run: SupervisedRun): Promise<Observation> {
    const engine = requireEngine(this.options.engines, run.engine);
    return withTimeout(
      `Engine "${run.engine}": observe`,
      TIMEOUT_MS,
      engine.observe(run.handle, await engineContext(run, this.options)),
    );
  }

  /**
   * Whether the run is bound to a machine that is not this one, so that its
   * engine cannot see it from here.
   */
  isElsewhere(run: SupervisedRun): boolean {
    const here = this.options.engines.get(run.engine)?.reserve?.(run.id);
    return (
      here !== undefined &&
      run.handle !== undefined &&
      !isDeepStrictEqual(here, run.handle)
    );
  }

  /** The lines behind the last one that was stored, at most a thousand. */
  async logs(run: SupervisedRun): Promise<LogBatch> {
    const engine = requireEngine(this.options.engines, run.engine);
    return withTimeout(
      `Engine "${run.engine}": logs`,
      TIMEOUT_MS,
      engine.logs(run.handle, {
        ...(await engineContext(run, this.options)),
        cursor: run.logCursor,
        limit: LOG_BATCH,
      }),
    );
  }
}
