import {
  ConfigurationEntry,
  ProcessTextQuery,
  ScalephApi,
  ScalephApiError,
  Target,
  targetEntityRef,
  TargetInput,
  TargetOverview,
  WriteOptions,
} from '@scaleph/backstage-plugin-scaleph-common';
import { MemoryScaleph } from '../../__testUtils__/MemoryScaleph';
import { aWholeRun } from '../../pipeline/__testUtils__/MemoryPipelines';
import { AT, anOverview, aTarget, embedded, flinkType } from './targetFixtures';

type Covered =
  | 'listTargets'
  | 'getTarget'
  | 'createTarget'
  | 'updateTarget'
  | 'deleteTarget'
  | 'testTarget'
  | 'testTargetConfig'
  | 'listTargetTypes'
  | 'getTargetOverview'
  | 'getTargetConfiguration'
  | 'listTargetProcesses'
  | 'getTargetText'
  | 'createTargetUiTicket'
  | 'adoptJob';

/** The API in memory with targets, by the rules that their screens rely on. */
export class MemoryTargets
  extends MemoryScaleph
  implements Pick<ScalephApi, Covered>
{
  targets: Target[] = [embedded, aTarget()];
  targetTypes = [flinkType];
  overview: TargetOverview = anOverview();
  configuration: ConfigurationEntry[] = [
    { key: 's3.secret-key', value: '******' },
    { key: 'rest.port', value: '8081' },
  ];
  /** What a write says beside that it was done. */
  warnings: string[] | undefined;
  /** The cluster does not answer. */
  silent = false;
  /** Bodies of the writes of targets, newest last. */
  readonly saved: TargetInput[] = [];
  /** Target, job and body of adoptions. */
  readonly adopted: unknown[] = [];
  readonly read: ProcessTextQuery[] = [];

  async listTargets() {
    return { items: this.targets };
  }

  async getTarget(name: string) {
    const found = this.targets.find(it => it.name === name);
    if (!found) {
      throw refusal(404, 'NotFoundError', `Target "${name}" does not exist`);
    }
    return found;
  }

  async createTarget(input: TargetInput) {
    this.saved.push(input);
    const created = this.toTarget(input);
    this.targets = [...this.targets, created];
    return { ...created, warnings: this.warnings };
  }

  async updateTarget(
    name: string,
    input: TargetInput,
    { ifMatch }: WriteOptions,
  ) {
    const before = await this.getTarget(name);
    if (ifMatch !== '*' && before.registered?.etag !== ifMatch) {
      throw refusal(412, 'PreconditionFailedError', 'It was changed');
    }
    this.saved.push(input);
    const after = this.toTarget(input);
    this.targets = this.targets.map(it => (it === before ? after : it));
    return after;
  }

  async deleteTarget(name: string) {
    if (this.overview.jobs.some(({ ours }) => ours)) {
      throw refusal(
        409,
        'ConflictError',
        `Target "${name}" has 1 run(s) that have not ended, 6f1d: stop them first`,
      );
    }
    this.targets = this.targets.filter(it => it.name !== name);
  }

  async testTarget(name: string, body: unknown) {
    return this.testDataSource(name, body);
  }

  async testTargetConfig(
    type: string,
    body: Parameters<ScalephApi['testTargetConfig']>[1],
  ) {
    return this.testDataSourceConfig(type, body);
  }

  async listTargetTypes() {
    return { items: this.targetTypes };
  }

  async getTargetOverview() {
    if (this.silent) {
      throw refusal(
        503,
        'ServiceUnavailableError',
        'Target "lab" does not answer as it should: connection refused',
      );
    }
    return this.overview;
  }

  async getTargetConfiguration() {
    return { items: this.configuration };
  }

  async listTargetProcesses() {
    return {
      items: [
        {
          id: 'jobmanager',
          kind: 'jobmanager' as const,
          title: 'JobManager',
          logs: [{ name: 'flink.log', sizeBytes: 12 }],
        },
      ],
    };
  }

  async getTargetText(_name: string, query: ProcessTextQuery) {
    this.read.push(query);
    return { text: 'INFO started\n', truncated: false, at: AT };
  }

  async createTargetUiTicket() {
    return { path: '/ui/ticket/', expiresAt: AT };
  }

  async adoptJob(target: string, jobId: string, body: { pipeline: string }) {
    this.adopted.push({ target, jobId, ...body });
    return aWholeRun({ pipeline: body.pipeline, target });
  }

  private toTarget({ name, title, ...input }: TargetInput) {
    const { secrets: _, tags = [], ...rest } = input;
    return aTarget(
      { name, title: title ?? name },
      { ...rest, tags, entityRef: targetEntityRef(name), etag: '"4"' },
    );
  }
}

function refusal(statusCode: number, name: string, message: string) {
  return new ScalephApiError({ statusCode, name, message });
}
