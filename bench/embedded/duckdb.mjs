// The peer: DuckDB alone, in a process of its own. `node duckdb.mjs <sql> <output>` prints how long the statement took, and how long until its
// output was on the disk, in milliseconds.
import { fdatasyncSync, openSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
await connection.run(process.argv[2]);
const copied = performance.now() - start;
const file = openSync(process.argv[3], 'r+');
fdatasyncSync(file);
process.stdout.write(`${copied} ${performance.now() - start}\n`);
