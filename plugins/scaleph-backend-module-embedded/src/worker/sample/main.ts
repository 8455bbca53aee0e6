import { SampleOrder } from '../../sample/SampleOrder';
import { fromWire, WireConnections } from '../../runDirectory/wireConnections';
import { readOrderLine } from './readOrderLine';
import { runSample } from './runSample';

// The entry point of the sampling worker: an order over standard input, an answer over standard output. It lives no longer than the
// process that asked: the end of its standard input ends it.
async function main(): Promise<void> {
  const line = await readOrderLine(process.stdin, () => process.exit(2));
  const { connections, ...order } = JSON.parse(line) as Omit<
    SampleOrder,
    'connections'
  > & { connections: WireConnections };
  const answer = await runSample({
    ...order,
    connections: fromWire(connections),
  });
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, error =>
      error ? reject(error) : resolve(),
    );
  });
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
