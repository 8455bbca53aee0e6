/* eslint-disable jest/no-export, jest/valid-title, jest/no-disabled-tests, jest/expect-expect -- makes tests, is none */

/**
 * Tests against a real server, whose URL an environment variable names (`./scaleph test` starts the servers and sets them).
 * Without one they are skipped by name, and fail where CI is set: there nothing may be left out unseen.
 * @public
 */
export function describeWithServer(
  product: string,
  variable: string,
  define: (url: URL) => void,
): void {
  const url = process.env[variable];
  if (url) {
    describe(product, () => {
      define(new URL(url));
    });
  } else if (process.env.CI) {
    test(`${product} is there`, () => {
      throw new Error(`CI is set and ${variable} names no ${product}`);
    });
  } else {
    test.skip(`${product}: skipped, ${variable} is not set`, () => {});
  }
}
