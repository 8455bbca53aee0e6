import { mockServices } from '@backstage/backend-test-utils';
import {
  isTerminal,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ConnectionWithSecrets,
  Observation,
  RunContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEngine } from '../engine/EmbeddedEngine';
import {
  defaultEmbeddedSettings,
  EmbeddedSettings,
} from '../engine/EmbeddedSettings';

/** What a run that is known looked like. */
export type Known = Extract<Observation, { kind: 'known' }>;

/** An engine over directories of its own, and what tests do with it. */
export class Harness {
  readonly logger = mockServices.logger.mock();
  readonly engine: EmbeddedEngine;
  connections: Record<string, ConnectionWithSecrets>;

  private constructor(
    readonly root: string,
    readonly settings: EmbeddedSettings,
  ) {
    this.engine = new EmbeddedEngine({ settings });
    this.connections = {
      files: {
        dataSource: 'files',
        type: 'local-directory',
        config: { directory: this.path('data') },
        secrets: {},
      },
    };
  }

  static async create(
    settings: Partial<EmbeddedSettings> = {},
  ): Promise<Harness> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'embedded-')));
    const harness = new Harness(root, {
      ...defaultEmbeddedSettings(),
      directory: join(root, 'runs'),
      roots: [join(root, 'data')],
      threads: 2,
      ...settings,
    });
    await harness.write('.keep', '');
    return harness;
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  /** Writes a file into the data directory. */
  async write(name: string, content: string | Buffer): Promise<void> {
    const path = this.path('data', name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
  }

  /** Submits a pipeline and answers the id of its run. */
  async submit(
    document: PipelineDocument,
    parameters: Record<string, string> = {},
    runId: string = randomUUID(),
  ): Promise<string> {
    const plan = await this.engine.plan({
      target: 'embedded',
      document,
      parameters,
      connections: this.connections,
    });
    await this.engine.submit(plan, this.context(runId));
    return runId;
  }

  context(runId: string): RunContext {
    return {
      runId,
      deployment: 1,
      logger: this.logger,
      artifacts: {
        read: async () => {
          throw new Error('The embedded engine runs no jars');
        },
      },
      connections: async () => this.connections,
    };
  }

  observe(runId: string): Promise<Observation> {
    return this.engine.observe(undefined, this.context(runId));
  }

  /** Until the run is in a state that `condition` likes. */
  async until(
    runId: string,
    condition: (observation: Known) => boolean,
  ): Promise<Known> {
    for (const limit = Date.now() + 120_000; Date.now() < limit; ) {
      const observation = await this.observe(runId);
      if (observation.kind === 'known' && condition(observation)) {
        return observation;
      }
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    throw new Error(
      `Run ${runId} is not there yet: ${JSON.stringify(
        await this.observe(runId),
      )}`,
    );
  }

  end(runId: string): Promise<Known> {
    return this.until(runId, ({ state }) => isTerminal(state));
  }

  async run(
    document: PipelineDocument,
    parameters?: Record<string, string>,
  ): Promise<Known> {
    return this.end(await this.submit(document, parameters));
  }

  async logs(runId: string): Promise<string[]> {
    const { lines } = await this.engine.logs(undefined, {
      ...this.context(runId),
      limit: 1000,
    });
    return lines.map(({ node, message }) =>
      node ? `${node}: ${message}` : message,
    );
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

/** A document of these nodes; each edge is `from > to`. */
export function pipeline(
  nodes: PipelineNode[],
  edges: string[],
): PipelineDocument {
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'test', owner: 'group:default/data' },
    spec: {
      type: 'seatunnel',
      mode: 'batch',
      nodes,
      edges: edges.map(edge => {
        const [from, to] = edge.split(' > ');
        return { from, to };
      }),
    },
  };
}

/** A chain of nodes, each feeding the next. */
export function chain(...nodes: PipelineNode[]): PipelineDocument {
  const edges = nodes
    .slice(1)
    .map((node, index) => `${nodes[index].id} > ${node.id}`);
  return pipeline(nodes, edges);
}

/** Nodes by what they do. */
export const node = {
  csv: (id: string, path: string, options = {}): PipelineNode => ({
    id,
    kind: 'source',
    connector: 'LocalFile',
    dataSource: 'files',
    options: { path, file_format_type: 'csv', ...options },
  }),
  sql: (id: string, query: string): PipelineNode => ({
    id,
    kind: 'transform',
    connector: 'Sql',
    options: { query },
  }),
  fake: (
    id: string,
    rows: number,
    fields: Record<string, string>,
  ): PipelineNode => ({
    id,
    kind: 'source',
    connector: 'FakeSource',
    options: { 'row.num': rows, schema: { fields } },
  }),
  write: (id: string, path: string, options = {}): PipelineNode => ({
    id,
    kind: 'sink',
    connector: 'LocalFile',
    dataSource: 'files',
    options: { path, file_format_type: 'csv', ...options },
  }),
  console: (id: string, limit = 10): PipelineNode => ({
    id,
    kind: 'sink',
    connector: 'Console',
    options: { limit },
  }),
  table: (id: string, options: object): PipelineNode => ({
    id,
    kind: 'source',
    connector: 'Jdbc',
    dataSource: 'db',
    options: { ...options },
  }),
  writeTable: (id: string, table: string, options = {}): PipelineNode => ({
    id,
    kind: 'sink',
    connector: 'Jdbc',
    dataSource: 'db',
    options: { table, ...options },
  }),
};
