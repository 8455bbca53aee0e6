import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { fromWire, WireConnections } from '../runDirectory/wireConnections';

/** What comes over standard input and is nowhere else. @internal */
export interface WorkerSecrets {
  connections: Record<string, ConnectionWithSecrets>;
}

/**
 * Reads the whole of standard input. Undefined when it ends early: the back end died while it wrote, and will submit again.
 * @internal
 */
export async function readSecrets(
  input: AsyncIterable<Buffer>,
): Promise<WorkerSecrets | undefined> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  // The last line is the mark of a complete message.
  if (!text.endsWith('\n')) return undefined;
  const { connections } = JSON.parse(text) as {
    connections: WireConnections;
  };
  return { connections: fromWire(connections) };
}
