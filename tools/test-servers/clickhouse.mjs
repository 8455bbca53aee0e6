import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endChild, findFreePort, waitFor } from '../../scripts/lib/system.mjs';
import { unpackDebian } from './debianPackages.mjs';

const PASSWORD = 'clickhouse-test-password';

/**
 * Starts Debian's ClickHouse (18.16: old, but real and small) on loopback with a fresh data directory. Resolves to `{url, stop}`. User `scaleph` has all
 * rights, user `reader` with the same password a profile that reads only. Throws ServerNotAvailable with the reason.
 */
export async function startClickhouse() {
  const { directory: root, environment } = unpackDebian('clickhouse', [
    'clickhouse-server',
  ]);
  const directory = fs.mkdtempSync(
    path.join(os.tmpdir(), 'scaleph-clickhouse-'),
  );
  const [http, tcp] = [await findFreePort(), await findFreePort()];
  const user = (name, profile) =>
    `<${name}><password>${PASSWORD}</password><networks><ip>::/0</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;
  fs.writeFileSync(
    path.join(directory, 'users.xml'),
    `<yandex><profiles><default><max_memory_usage>500000000</max_memory_usage></default><reading><readonly>1</readonly></reading></profiles>
<users><default><password>${PASSWORD}</password><networks><ip>::1</ip></networks><profile>default</profile><quota>default</quota></default>${user(
      'scaleph',
      'default',
    )}${user('reader', 'reading')}</users><quotas><default/></quotas></yandex>`,
  );
  fs.writeFileSync(
    path.join(directory, 'config.xml'),
    `<yandex><logger><level>warning</level><console>1</console></logger><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
<listen_host>127.0.0.1</listen_host><path>${directory}/data/</path><tmp_path>${directory}/tmp/</tmp_path><users_config>users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>5368709</mark_cache_size></yandex>`,
  );
  const log = fs.openSync(path.join(directory, 'log'), 'w');
  const child = spawn(
    path.join(root, 'usr/sbin/clickhouse-server'),
    [`--config-file=${directory}/config.xml`],
    { cwd: directory, env: environment, stdio: ['ignore', log, log] },
  );
  const answers = () =>
    fetch(`http://127.0.0.1:${http}/ping`).then(
      it => it.ok,
      () => false, // Not up yet.
    );
  await waitFor(() => child.exitCode !== null || answers(), {
    timeoutMs: 60_000,
    onTimeout: () => new Error('ClickHouse does not answer'),
  });
  if (child.exitCode !== null)
    throw new Error(
      `ClickHouse ended: ${fs
        .readFileSync(path.join(directory, 'log'), 'utf8')
        .slice(-500)}`,
    );
  return {
    url: `http://scaleph:${PASSWORD}@127.0.0.1:${http}/default`,
    stop: async () => {
      await endChild(child);
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
