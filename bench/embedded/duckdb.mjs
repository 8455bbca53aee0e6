// The peer: DuckDB alone, in a process of its own. `node duckdb.mjs <sql>` prints how long the statement took, in milliseconds.
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
await connection.run(process.argv[2]);
process.stdout.write(`${performance.now() - start}\n`);
