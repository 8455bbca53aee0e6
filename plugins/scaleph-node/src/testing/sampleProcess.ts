import { JsonObject } from '@backstage/types';
import { text } from 'node:stream/consumers';
import { builtInDataSourceTypes } from '../dataSources/types/builtInDataSourceTypes';
import { FileRoots } from '../files/FileRoots';
import { NetworkPolicy } from '../network/NetworkPolicy';

/** What the process is to read; JSON on its standard input. @internal */
export interface SampleOrder {
  type: string;
  config: JsonObject;
  secrets: Record<string, string>;
  roots: string[];
  path: string[];
  limit: number;
}

// A program of its own, so that a test sees how much memory the first rows of something take.
async function main() {
  const order = JSON.parse(await text(process.stdin)) as SampleOrder;
  const type = builtInDataSourceTypes.find(it => it.type === order.type);
  const before = process.resourceUsage().maxRSS;
  const sample = await type!.browser!.rows!(
    {
      ...order,
      files: FileRoots.of(order.roots),
      network: NetworkPolicy.allowAll(),
    },
    { ...order, signal: AbortSignal.timeout(60_000) },
  );
  const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
  await new Promise(resolve => {
    process.stdout.write(JSON.stringify({ sample, megabytes }), resolve);
  });
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
