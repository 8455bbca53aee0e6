// The back end under test, in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../scripts/lib/system.mjs';
import { createClient } from './load.mjs';

const START_LIMIT = 120_000;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs one of the TypeScript files beside this one. */
export function startTypeScript(file, args) {
  const output = [];
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      fileURLToPath(new URL(file, import.meta.url)),
      ...args,
    ],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', part => output.push(part.toString()));
  }
  return { child, output };
}

/**
 * Starts it on a free port and signs a guest in; resolves to `{client, port, token, pid, stop}`.
 *
 * @param {{ directory: string, database: object, server?: string, scaleph?: object }} options `server`: the TypeScript file, beside
 *   this one when absent; `scaleph`: more of its configuration
 */
export async function startPortal({ directory, database, server, scaleph }) {
  const port = await findFreePort();
  const config = join(directory, 'app-config.json');
  await writeFile(
    config,
    JSON.stringify({
      app: { baseUrl: `http://localhost:${port}` },
      backend: {
        baseUrl: `http://localhost:${port}`,
        listen: { host: '127.0.0.1', port },
        // Node.js closes idle connections after 5 seconds, sometimes just as the plugin's request to the permission back end takes one.
        server: { keepAliveTimeout: { seconds: 60 } },
        database,
      },
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
      permission: { enabled: true },
      scaleph: {
        embedded: { directory: join(directory, 'embedded') },
        ...scaleph,
      },
    }),
  );
  const { child, output } = startTypeScript(server ?? './server.ts', [
    '--config',
    config,
  ]);
  const anonymous = createClient({ port });
  const stop = async () => {
    anonymous.close();
    if (child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  };
  const end = Date.now() + START_LIMIT;
  for (;;) {
    try {
      const { backstageIdentity } = await anonymous.get(
        '/api/auth/guest/refresh',
      );
      const client = createClient({ port, token: backstageIdentity.token });
      await client.get('/api/scaleph/targets');
      return {
        client,
        port,
        token: backstageIdentity.token,
        pid: child.pid,
        stop: async () => {
          client.close();
          await stop();
        },
      };
    } catch (error) {
      if (child.exitCode !== null || Date.now() > end) {
        await stop();
        throw new Error(
          `The back end did not start: ${error.message}\n${output
            .join('')
            .slice(-4000)}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}
