import {
  FileRoots,
  NetworkPolicy,
  scrubSecrets,
  secretTexts,
} from '@scaleph/backstage-plugin-scaleph-node';
import { NodePreview } from '@scaleph/backstage-plugin-scaleph-common';
import { join } from 'node:path';
import { quoteIdentifier } from '../../plan/sqlText';
import { RunDirectory } from '../../runDirectory/RunDirectory';
import {
  SampleAnswer,
  SampleOrder,
  SOURCE_ROWS,
} from '../../sample/SampleOrder';
import { Databases } from '../databases/Databases';
import { DuckDb } from '../duckdb/DuckDb';
import { LocalFiles } from '../files/LocalFiles';
import { RunLog } from '../RunLog';
import { RunScope } from '../RunScope';
import { StatusReport } from '../StatusReport';
import { StopSignal } from '../StopSignal';
import { FoundFiles, SampledNodes } from './SampledNodes';
import { sampleValue } from './sampleValue';

/** Characters of JSON that the rows of an answer may take. */
const LARGEST = 1_000_000;

/** Does what an order says: the fields of all nodes, or the first rows of one. Reads only. @internal */
export async function runSample(order: SampleOrder): Promise<SampleAnswer> {
  const { connections, steps, target } = order;
  const hidden = Object.values(connections).flatMap(it =>
    secretTexts(undefined, it),
  );
  const scrub = (text: string) => scrubSecrets(text, hidden);
  const scope = createScope(order, scrub);
  const files = await findFiles(order, scope.files);
  const databases = new Databases(scope);
  const duckDb = await DuckDb.create({
    limits: order.limits,
    temporary: scope.temporary,
    files: [...files.values()].flatMap(found =>
      Array.isArray(found) ? found : [],
    ),
    stop: scope.stop,
  });
  try {
    const nodes = new SampledNodes(
      duckDb,
      databases,
      files,
      target !== undefined,
      scrub,
    );
    for (const step of steps) await nodes.add(step);
    return target
      ? { kind: 'rows', preview: await readRows(target, nodes, duckDb, scrub) }
      : { kind: 'fields', fields: Object.fromEntries(nodes.fields) };
  } finally {
    duckDb.close();
    await databases.close();
    scope.log.close();
  }
}

function createScope(
  order: SampleOrder,
  scrub: (text: string) => string,
): RunScope {
  const directory = new RunDirectory(order.directory);
  return {
    runId: 'preview',
    connections: order.connections,
    files: new LocalFiles(
      FileRoots.of(order.roots),
      order.connections,
      order.baseDirectory,
    ),
    network: NetworkPolicy.of(order.network),
    log: new RunLog(join(order.directory, 'log.ndjson'), scrub),
    status: new StatusReport(
      directory,
      order.steps.map(({ node }) => node.id),
    ),
    stop: new StopSignal(),
    temporary: directory.temporary,
  };
}

async function findFiles(
  { steps }: SampleOrder,
  files: LocalFiles,
): Promise<FoundFiles> {
  const found: FoundFiles = new Map();
  for (const { step } of steps) {
    if (step?.type !== 'scan-files') continue;
    const result = await files.sources(step).catch((error: Error) => error);
    found.set(step.node, result);
  }
  return found;
}

async function readRows(
  { node, limit }: { node: string; limit: number },
  nodes: SampledNodes,
  duckDb: DuckDb,
  scrub: (text: string) => string,
): Promise<Omit<NodePreview, 'durationMs'>> {
  const failed = [...nodes.fields].find(([, { fields }]) => !fields);
  if (failed) return { node: failed[0], reason: failed[1].reason };
  const columns = nodes.fields.get(node)!.fields!;
  const rows: unknown[][] = [];
  let size = 0;
  let truncated = false;
  try {
    const sql = `SELECT * FROM ${quoteIdentifier(node)} LIMIT ${limit + 1}`;
    for await (const chunk of duckDb.stream(sql)) {
      for (let index = 0; index < chunk.rowCount && !truncated; index++) {
        const row = chunk.getRowValues(index).map(sampleValue);
        size += JSON.stringify(row).length;
        truncated = rows.length === limit || size > LARGEST;
        if (!truncated) rows.push(row);
      }
      if (truncated) break;
    }
  } catch (error) {
    return { node, reason: scrub((error as Error).message) };
  }
  const { sampled } = nodes;
  return {
    sample: { columns, rows, truncated },
    ...(sampled.length && { sampled, sourceRows: SOURCE_ROWS }),
  };
}
