import { describeDatabases, TestDatabase } from '../../__testUtils__/databases';
import { chain, Harness, node } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

describeDatabases((name, createDatabase) => {
  let harness: Harness;
  let database: TestDatabase;

  beforeAll(async () => {
    harness = await Harness.create();
    database = await createDatabase(harness);
    harness.connections.db = database.connection;
    await database.query('CREATE TABLE kept (id INTEGER)');
    await database.query('INSERT INTO kept VALUES (1)');
  });

  afterAll(async () => {
    await database.drop();
    await harness.remove();
  });

  const read = (query: string) =>
    harness.run(chain(node.table('read', { query }), node.console('show')));

  it.each([
    'DROP TABLE kept',
    'DELETE FROM kept',
    'CREATE TABLE made (id INTEGER)',
    'INSERT INTO kept VALUES (2)',
    'ALTER TABLE kept ADD COLUMN more INTEGER',
    'COMMIT',
    'ROLLBACK',
    'BEGIN',
    'SELECT 1; DROP TABLE kept',
    'SELECT 1); DROP TABLE kept; SELECT (1',
    'WITH gone AS (DELETE FROM kept RETURNING *) SELECT * FROM gone',
    ...({
      SQLite: [
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'copy.db'",
        'PRAGMA user_version = 7',
        "SELECT load_extension('x')",
      ],
      PostgreSQL: [
        `SELECT set_config('transaction_read_only', 'off', false)`,
        'SELECT 1) TO STDOUT; DROP TABLE kept; COPY (SELECT 1',
        `SELECT lo_from_bytea(0, 'x')`,
        'SELECT * INTO made FROM kept',
        'SHOW data_directory',
        'TRUNCATE kept',
      ],
      MySQL: [
        'TRUNCATE TABLE kept',
        'SET GLOBAL max_connections = 7',
        `CREATE USER intruder@'%' IDENTIFIED BY 'x'`,
        `GRANT ALL ON *.* TO intruder@'%'`,
        `SELECT 1 INTO OUTFILE '/tmp/scaleph-outfile.txt'`,
        'SELECT 1 INTO @x',
        `LOAD DATA INFILE '/etc/passwd' INTO TABLE kept`,
        'SET SESSION TRANSACTION READ WRITE',
        'SHOW GRANTS',
        'DO SLEEP(0)',
        'KILL 1',
        'LOCK TABLES kept WRITE',
        "PREPARE p FROM 'DROP TABLE kept'",
      ],
    }[name as 'SQLite'] ?? []),
  ])('refuses as the query of a source: %s', async query => {
    const run = await read(query);
    expect({ query, state: run.state }).toEqual({ query, state: 'FAILED' });
    expect(await database.query('SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  it.each([
    'SELECT id FROM kept -- that is all',
    'SELECT id, id FROM kept;',
    'SELECT id FROM kept UNION ALL SELECT 2',
    'WITH few AS (SELECT id FROM kept) SELECT * FROM few ORDER BY id LIMIT 1',
  ])('takes %s', async query => {
    const run = await read(query);
    expect(run.reason).toBeUndefined();
  });
});
