import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { findFreePort } from '../../../scripts/lib/system.mjs';
import { jsonLines, scaleph } from '../support/command';

test.describe('./scaleph demo', () => {
  test('runs three pipelines on real data, twice on the same directory', async () => {
    test.setTimeout(300_000);
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-demo-'));
    const demo = async () =>
      scaleph(
        [
          // Relative to where the user is, not to the repository.
          ...['demo', '--once', '--data-dir', path.basename(dataDir)],
          ...['--port', String(await findFreePort())],
        ],
        { cwd: path.dirname(dataDir) },
      );
    try {
      const first = await demo();
      expect(first.stderr).not.toMatch(/error/i);
      expect(first.code).toBe(0);
      for (const name of ['airports', 'busiest-routes', 'penguins'])
        expect(first.stdout).toMatch(new RegExp(`${name}\\s+FINISHED`));

      const second = await demo();
      expect(second.code).toBe(0);
      // "A second start takes seconds": nothing is built again.
      expect(second.stderr).not.toContain('building');

      const database = new Database(path.join(dataDir, 'warehouse/demo.db'), {
        readonly: true,
      });
      // Upserted by key: two runs leave the rows of one.
      expect(
        database.prepare('SELECT count(*) AS n FROM airports').get(),
      ).toEqual({ n: 3372 });
      database.close();
      const csv = fs
        .readFileSync(path.join(dataDir, 'output/busiest-routes.csv'), 'utf8')
        .split('\n');
      expect(csv[0]).toBe(
        'origin,destination,origin_city,destination_city,flights,mean_delay_minutes',
      );
      expect(csv.length).toBeGreaterThan(1000);
      const penguins = jsonLines(path.join(dataDir, 'output/penguins.json'));
      expect(penguins).toHaveLength(344);
      expect(Object.keys(penguins[0])).toEqual([
        'species',
        'island',
        'body_mass_grams',
        'flipper_millimetres',
      ]);
    } finally {
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('a port in use is one clear line', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const { code, stderr } = await scaleph(['demo', '--port', String(port)]);
    server.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `scaleph: port ${port} is in use: stop what uses it, or choose another with --port\n`,
    );
  });

  for (const { args, message } of [
    { args: ['--port', 'abc'], message: /--port takes a number/ },
    { args: ['--port', '70000'], message: /--port takes a number/ },
    { args: ['--fast'], message: /Unknown option '--fast'/ },
  ])
    test(`${args.join(' ')} is refused`, async () => {
      const { code, stderr } = await scaleph(['demo', ...args]);
      expect(code).toBe(1);
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    });

  test('--help says what it does', async () => {
    const { code, stdout } = await scaleph(['demo', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--data-dir');
  });

  test('an unknown command lists the commands', async () => {
    const { code, stderr } = await scaleph(['frobnicate']);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown command "frobnicate"');
    expect(stderr).toContain('demo');
  });
});
