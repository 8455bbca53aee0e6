import {
  TestDatabase,
  testDatabases,
  TEST_POSTGRES_URL,
} from './testDatabases';

/**
 * Runs the tests on SQLite and on a real PostgreSQL, whose server
 * SCALEPH_TEST_POSTGRES_URL names (`tools/test-servers/with.mjs` starts one).
 * Without it the PostgreSQL half is skipped, and fails where CI is set.
 */
export function describeDatabases(
  name: string,
  tests: (database: TestDatabase) => void,
): void {
  describe.each(testDatabases())(`${name} on $name`, tests);

  if (TEST_POSTGRES_URL) return;
  if (process.env.CI) {
    it(`${name} on PostgreSQL`, () => {
      throw new Error(
        'SCALEPH_TEST_POSTGRES_URL is not set: run the tests by tools/test-servers/with.mjs',
      );
    });
  } else {
    it.skip(`${name} on PostgreSQL (SCALEPH_TEST_POSTGRES_URL is not set)`, () => {});
  }
}
