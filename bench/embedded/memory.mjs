// Peak memory of a run over a file much larger than its limit, filtered and projected into Parquet.
import fs from 'node:fs';
import path from 'node:path';

const LIMIT_MB = 1000;

/**
 * Filters a CSV file of `gigabytes` into Parquet and watches the worker's resident memory.
 * @param runFile - runs a pipeline file by the command line
 */
export async function measureMemory(directory, gigabytes, runFile) {
  const { rowsSql } = await import('./rows.mjs');
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const input = path.join(directory, 'big.csv');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
  });
  const connection = await instance.connect();
  const rows = Math.ceil((gigabytes * 1e9) / 48);
  await connection.run(`SET preserve_insertion_order = false`);
  await connection.run(`COPY (${rowsSql(0, rows)}) TO '${input}' (FORMAT csv)`);
  connection.closeSync();
  instance.closeSync();
  const size = fs.statSync(input).size;
  const file = path.join(directory, 'memory.json');
  const node = (id, kind, connector, options) => ({
    id,
    kind,
    connector,
    options,
  });
  fs.writeFileSync(
    file,
    JSON.stringify({
      apiVersion: 'scaleph.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name: 'memory', owner: 'group:default/data' },
      spec: {
        type: 'seatunnel',
        mode: 'batch',
        nodes: [
          node('read', 'source', 'LocalFile', {
            path: 'big.csv',
            file_format_type: 'csv',
          }),
          node('groups', 'transform', 'Sql', {
            query: 'SELECT id, name, price, day FROM read WHERE quantity >= 10',
          }),
          node('write', 'sink', 'LocalFile', {
            path: 'big.parquet',
            file_format_type: 'parquet',
          }),
        ],
        edges: [
          { from: 'read', to: 'groups' },
          { from: 'groups', to: 'write' },
        ],
      },
    }),
  );
  const watch = watchWorkers();
  const { report } = await runFile(file, ['--memory', `${LIMIT_MB}MB`]);
  const peak = watch();
  for (const name of ['big.csv', 'big.parquet'])
    fs.rmSync(path.join(directory, name));
  return {
    case: `peak memory, ${gigabytes} GB of CSV, filtered into Parquet`,
    rows: report.rowsRead,
    bytes: size,
    seconds: report.durationMs / 1000,
    ours: peak / 1e6,
    peer: LIMIT_MB,
    ratio: peak / 1e6 / LIMIT_MB,
    unit: 'MB',
    goal: '< the limit (the peer column)',
  };
}

/** The highest resident memory, in bytes, of the worker that this command starts; Linux keeps it for each process. */
function watchWorkers() {
  let peak = 0;
  const look = () => {
    for (const pid of fs
      .readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))) {
      try {
        const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('packages/cli/dist/worker.cjs.js')) continue;
        const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
        const high = /VmHWM:\s+(\d+) kB/.exec(status);
        if (high) peak = Math.max(peak, Number(high[1]) * 1024);
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  const timer = setInterval(look, 200);
  return () => {
    look();
    clearInterval(timer);
    return peak;
  };
}
