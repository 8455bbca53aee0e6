import { mockServices } from '@backstage/backend-test-utils';
import {
  parsePipeline,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ArtifactContent,
  ArtifactReader,
  ConnectionWithSecrets,
  EngineContext,
  NetworkPolicy,
  Observation,
  RunContext,
  TargetConnection,
  withoutSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFlinkSessionEngine } from '../createFlinkSessionEngine';
import { JarDirectories } from '../sql/JarDirectories';
import { FlinkTargetConfig } from '../targetType/FlinkTargetConfig';

/** The engine as a back end has it. */
export const newEngine = (jarDirectories: string[] = []) =>
  createFlinkSessionEngine({
    network: NetworkPolicy.allowAll(),
    jars: JarDirectories.of(jarDirectories),
    logger: mockServices.logger.mock(),
  });
export type TestEngine = ReturnType<typeof newEngine>;

export function documentOf(spec: object, name = 'p'): PipelineDocument {
  const { document, problems } = parsePipeline({
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name, owner: 'group:default/data' },
    spec,
  });
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

let targets = 0;

export function targetOf(config: FlinkTargetConfig): TargetConnection {
  return {
    name: `flink-${targets++}`,
    title: 'Flink',
    type: 'flink-session',
    config: JSON.parse(JSON.stringify(config)),
    revision: 1,
    secrets: async () => ({}),
  };
}

/** Jars by path: `{ upload: '/a/b.jar' }`. */
export const fileArtifacts: ArtifactReader = {
  async read(ref) {
    const file = 'upload' in ref ? ref.upload : '';
    return artifactOf(file);
  },
};

export async function artifactOf(file: string): Promise<ArtifactContent> {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return {
    name: path.basename(file),
    sha256,
    sizeBytes: (await stat(file)).size,
    open: () => createReadStream(file),
  };
}

/** One run of a document on a target. */
export class TestRun {
  readonly runId = randomUUID();
  deployment = 1;
  restore: RunContext['restore'];

  constructor(
    readonly target: TargetConnection,
    readonly document: PipelineDocument,
    readonly connections: Record<string, ConnectionWithSecrets> = {},
    readonly parameters: Record<string, string> = {},
  ) {}

  get context(): EngineContext {
    const { runId, deployment, target } = this;
    return { runId, deployment, target, logger: mockServices.logger.mock() };
  }

  plan(engine: TestEngine) {
    const connections = Object.fromEntries(
      Object.entries(this.connections).map(([name, connection]) => [
        name,
        withoutSecrets(connection),
      ]),
    );
    return engine.plan({
      target: this.target.name,
      targetConnection: this.target,
      document: this.document,
      parameters: this.parameters,
      connections,
    });
  }

  async submit(engine: TestEngine): Promise<string> {
    const handle = await engine.submit(await this.plan(engine), {
      ...this.context,
      connections: async () => this.connections,
      artifacts: fileArtifacts,
      ...(this.restore && { restore: this.restore }),
    });
    return String(handle.jobId);
  }

  /** Observes until it is as asked for. */
  async until(
    engine: TestEngine,
    isReached: (observation: Observation) => boolean,
  ): Promise<Observation> {
    for (;;) {
      const observation = await engine.observe(undefined, this.context);
      if (isReached(observation)) return observation;
      if (observation.kind === 'known' && observation.state === 'FAILED') {
        throw new Error(`It has failed: ${observation.reason}`);
      }
      await wait(100);
    }
  }

  async untilState(engine: TestEngine, state: string): Promise<Observation> {
    return this.until(
      engine,
      observation =>
        observation.kind === 'known' && observation.state === state,
    );
  }

  async cancel(engine: TestEngine): Promise<void> {
    await engine.act(undefined, 'cancel', this.context);
  }
}
