import {
  applyParameters,
  NodeFields,
  NodePreview,
  parseDataSourceRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  PipelineSampler,
  SampleRequest,
  withoutSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { planSample } from '../sample/planSample';
import { SampleAnswer, SampleOrder } from '../sample/SampleOrder';
import { askSampler } from './askSampler';
import { EmbeddedSettings, LEAST_MEMORY } from './EmbeddedSettings';
import { parseSql } from './parseSql';
import { Places } from './Places';
import { prepareDirectory } from './prepareDirectory';

/** How long one look may take, in milliseconds. */
const TIME_LIMIT = 20_000;

/** Names of the directories of samples begin so; runs are called by UUIDs. */
const PREFIX = 'preview-';

/** Bytes that a sample may spill to disk. */
const SPILL = 1_000_000_000;

/** Looks into pipelines with DuckDB, each look in a short-lived process that reads only. @internal */
export class EmbeddedSampler implements PipelineSampler {
  private readonly places = new Places(
    2,
    16,
    'Too many previews are being made: try again in a few seconds',
  );

  constructor(private readonly settings: EmbeddedSettings) {}

  async fields(request: SampleRequest): Promise<Record<string, NodeFields>> {
    const answer = await this.ask(request);
    if (typeof answer === 'string') {
      const { nodes } = request.document.spec;
      return Object.fromEntries(
        nodes.map(({ id }) => [id, { inputs: {}, reason: answer }]),
      );
    }
    return answer.kind === 'fields' ? answer.fields : {};
  }

  async rows(
    request: SampleRequest & { node: string; limit: number },
  ): Promise<Omit<NodePreview, 'durationMs'>> {
    const { node, limit } = request;
    const answer = await this.ask(request, { node, limit });
    if (typeof answer === 'string') return { reason: answer };
    return answer.kind === 'rows' ? answer.preview : {};
  }

  /** The answer, or why there is none at all. */
  private async ask(
    {
      document,
      parameters,
      connections,
      missing = {},
      directories = [],
      signal,
    }: SampleRequest,
    target?: SampleOrder['target'],
  ): Promise<SampleAnswer | string> {
    // Parsing queries takes a processor as well.
    return this.places.during(signal, async () => {
      const applied = applyParameters(document, parameters);
      const steps = await planSample(
        applied.document,
        nameOrRef => {
          const name = parseDataSourceRef(nameOrRef);
          return Object.hasOwn(connections, name)
            ? withoutSecrets(connections[name])
            : missing[name] ?? `Data source "${name}" does not exist`;
        },
        parseSql,
        target?.node,
      );
      if (!steps) return 'The edges make a circle: remove one of them';
      if (target && !steps.some(({ node }) => node.id === target.node)) {
        return `There is no node "${target.node}"`;
      }
      const limit = AbortSignal.timeout(TIME_LIMIT);
      const { memoryLimit, threads, roots, network, baseDirectory } =
        this.settings;
      return this.inDirectory(async directory => {
        try {
          return await askSampler(
            {
              directory,
              steps,
              connections,
              target,
              limits: {
                memory: Math.min(memoryLimit, LEAST_MEMORY),
                threads: Math.min(threads, 2),
                spill: SPILL,
                orphanTimeout: TIME_LIMIT,
              },
              roots: [...roots, ...directories],
              network,
              baseDirectory,
            },
            AbortSignal.any([signal, limit]),
          );
        } catch (error) {
          if (!limit.aborted || signal.aborted) throw error;
          return `It took longer than ${
            TIME_LIMIT / 1000
          } seconds and was stopped: read less, e.g. with a query that has a WHERE`;
        }
      });
    });
  }

  private async inDirectory<T>(
    work: (directory: string) => Promise<T>,
  ): Promise<T> {
    const { directory } = this.settings;
    await prepareDirectory(directory);
    await removeOld(directory);
    const own = await mkdtemp(join(directory, PREFIX));
    try {
      return await work(own);
    } finally {
      await rm(own, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

/** What a back end that died left. */
async function removeOld(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(directory, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > 10 * TIME_LIMIT) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
