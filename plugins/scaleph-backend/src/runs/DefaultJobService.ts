import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  pipelineDataSources,
  ProcessText,
  ProcessTextQuery,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JobViews, scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Caller } from '../http/Caller';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { engineContext } from './engineContext';
import { JobAdoption } from './JobAdoption';
import { JobService } from './JobService';
import { requireEngine } from './requireEngine';
import { SupervisedRun } from './RunRecord';
import { RunStore } from './RunStore';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;
const TAIL_BYTES = 262_144;

/** Asks the engines; what they answer goes out without the secrets of the run. @internal */
export class DefaultJobService implements JobService {
  constructor(
    private readonly options: {
      store: Pick<RunStore, 'getSupervised' | 'getSubmission'>;
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      dataSources: Pick<DataSourceDirectory, 'connectionsWithSecrets'>;
      adoption: JobAdoption;
      logger: LoggerService;
    },
  ) {}

  async view<V extends keyof JobViews>(
    id: string,
    view: V,
  ): Promise<JobViews[V]> {
    const run = await this.supervised(id);
    const engine = requireEngine(this.options.engines, run.engine);
    if (!engine.inspect) throw noView(run, view);
    const context = await engineContext(run, this.options);
    const answer = await withTimeout(
      `Engine "${run.engine}": ${view}`,
      TIMEOUT_MS,
      engine.inspect(run.handle, view, context),
    );
    return this.scrubbed(run, answer);
  }

  async text(
    id: string,
    { process, text, file, tailBytes = TAIL_BYTES }: ProcessTextQuery,
  ): Promise<ProcessText> {
    const run = await this.supervised(id);
    const engine = requireEngine(this.options.engines, run.engine);
    if (!engine.readText) throw noView(run, text);
    const context = await engineContext(run, this.options);
    const answer = await withTimeout(
      `Engine "${run.engine}": ${text} of ${process}`,
      TIMEOUT_MS,
      engine.readText(
        run.handle,
        { process, text, tailBytes, ...(file !== undefined && { file }) },
        context,
      ),
    );
    return this.scrubbed(run, answer);
  }

  adopt(
    target: string,
    jobId: string,
    input: { pipeline: string; version?: number },
    caller: Caller,
  ): Promise<Run> {
    return this.options.adoption.adopt(target, jobId, input, caller);
  }

  private async supervised(id: string): Promise<SupervisedRun> {
    const run = await this.options.store.getSupervised(id);
    if (!run) throw new NotFoundError(`Run "${id}" does not exist`);
    if (run.state === 'CREATED') {
      throw new NotFoundError(`Run "${id}" has no job yet: it is CREATED`);
    }
    return run;
  }

  /** Every text of an answer; nothing is shown when the secrets cannot be read. */
  private async scrubbed<T>(run: SupervisedRun, answer: T): Promise<T> {
    const secrets = await this.secrets(run);
    return secrets.length === 0 ? answer : scrub(answer, secrets);
  }

  private async secrets(run: SupervisedRun): Promise<string[]> {
    const { store, dataSources, targets } = this.options;
    const { document } = await store.getSubmission(run.id);
    const connections = await dataSources.connectionsWithSecrets(
      pipelineDataSources(document),
    );
    const target = await targets.connection(run.target);
    return [
      ...Object.values(connections).flatMap(({ secrets }) =>
        Object.values(secrets),
      ),
      ...Object.values((await target?.secrets()) ?? {}),
    ];
  }
}

function noView(run: SupervisedRun, view: string): NotFoundError {
  return new NotFoundError(
    `Engine "${run.engine}" of run "${run.id}" has no view "${view}" of its jobs`,
  );
}

function scrub<T>(value: T, secrets: string[]): T {
  if (typeof value === 'string') return scrubSecrets(value, secrets) as T;
  if (Array.isArray(value)) {
    return value.map(item => scrub(item, secrets)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, scrub(item, secrets)]),
    ) as T;
  }
  return value;
}
