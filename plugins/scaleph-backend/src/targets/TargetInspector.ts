import {
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ClusterProcessList,
  ProcessText,
  TargetConfiguration,
  TargetOverview,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ProcessTextRequest,
  scrubSecrets,
  TargetConnection,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { RunDirectory } from '../runs/RunDirectory';
import { withTimeout } from '../runs/withTimeout';
import { EngineRegistry } from './EngineRegistry';
import { maskConfiguration } from './maskConfiguration';
import { TargetDirectory } from './TargetDirectory';

/** A page is open meanwhile. */
const LIMIT_MS = 15_000;

/** Errors that say what is wrong with the question; any other says that the cluster is not well. */
const PASSED_ON = new Set([
  'InputError',
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
  'NotImplementedError',
  'ServiceUnavailableError',
]);

/** What clusters tell of themselves. Knows no permissions but those of runs. @internal */
export class TargetInspector {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      directory: Pick<TargetDirectory, 'connection'>;
      runs: Pick<RunDirectory, 'runsByJob'>;
      runsAuthorizer: OwnershipAuthorizer;
    },
  ) {}

  /** Its jobs tell which are ours; of our runs only those that the caller may read are named. */
  async overview(name: string, caller: Caller): Promise<TargetOverview> {
    const { runs, runsAuthorizer } = this.options;
    const overview = await this.ask(name, (type, target) =>
      type.overview(target),
    );
    const ours = await runs.runsByJob(
      name,
      overview.jobs.map(({ jobId }) => jobId),
    );
    const mayRead = await runsAuthorizer.judge(caller);
    return {
      ...overview,
      jobs: overview.jobs.map(job => {
        const { run: _run, pipeline: _pipeline, ...shown } = job;
        const owner = ours.get(job.jobId);
        if (!owner) return { ...shown, ours: false };
        const { run, pipeline } = owner;
        return {
          ...shown,
          ours: true,
          ...(mayRead(owner) && { run, pipeline }),
        };
      }),
    };
  }

  async configuration(name: string): Promise<TargetConfiguration> {
    const { items } = await this.ask(name, (type, target) =>
      type.configuration(target),
    );
    return { items: maskConfiguration(items) };
  }

  async processes(name: string): Promise<ClusterProcessList> {
    return this.ask(name, (type, target) => type.processes(target));
  }

  async readText(
    name: string,
    request: ProcessTextRequest,
  ): Promise<ProcessText> {
    return this.ask(name, async (type, target) => {
      const [text, secrets] = await Promise.all([
        type.readText(target, request),
        target.secrets(),
      ]);
      return { ...text, text: scrubSecrets(text.text, secrets) };
    });
  }

  /** Throws NotFoundError for a built-in target, ServiceUnavailableError when the cluster does not answer as it should. */
  private async ask<T>(
    name: string,
    question: (type: TargetType, target: TargetConnection) => Promise<T>,
  ): Promise<T> {
    const { engines, directory } = this.options;
    const target = await directory.connection(name);
    const type = target && engines.ofTargetType(target.type)?.targetType;
    if (!type) {
      throw new NotFoundError(
        target
          ? `Target "${name}": no engine for targets of type "${target.type}" is installed`
          : `Target "${name}" is built in: it has no cluster to look into`,
      );
    }
    try {
      const answer = question(type, target);
      return await withTimeout(`Target "${name}"`, LIMIT_MS, answer);
    } catch (error) {
      if (isError(error) && PASSED_ON.has(error.name)) throw error;
      throw new ServiceUnavailableError(
        `Target "${name}" does not answer as it should: ${
          isError(error) ? error.message : error
        }`,
      );
    }
  }
}
