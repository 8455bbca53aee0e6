import { expect, Locator, test as base } from '@playwright/test';
import path from 'node:path';
import { Look, LOOKS, startWithLook, Translate, translate } from './looks';
import { seriousViolations } from './seriousViolations';

/**
 * Where screenshots go. Those of the docs are only replaced on request (SCALEPH_UPDATE_IMAGES=1), since no two runs give the same
 * bytes.
 */
const SHOTS = path.resolve(
  import.meta.dirname,
  '../../..',
  process.env.SCALEPH_UPDATE_IMAGES ? 'docs/images' : '.cache/e2e/images',
);

/** Console lines that are not ours: each with the reason why it is let through. */
const FOREIGN_CONSOLE_ERRORS = [
  // Chromium's own line about a refused request: the tests refuse things on purpose, and 5xx still counts.
  /the server responded with a status of 4\d\d/,
];

interface Fixtures {
  /** Skips the test, by name and with the reason, where no Chromium can be had. */
  browserThere: void;
  /** How the portal is set: light and in English unless `test.use({ look })` says otherwise. */
  look: Look;
  /** The portal is set so. */
  lookSet: void;
  /** A text of ours as it is in this look. */
  t: Translate;
  /** Fails the test when a page logs an error, throws, or asks another host for anything. */
  strictPage: void;
  /** Opens a path of the portal, signed in as guest. */
  open: (target: string) => Promise<void>;
  /** Fails when axe finds a serious or critical violation in `part`, a thing of ours on the page. */
  expectAccessible: (part: Locator) => Promise<void>;
  /** Keeps a screenshot, for the docs. */
  shot: (name: string) => Promise<void>;
  /** The portal's API as the guest user; `Body` is what the caller expects of the answer. */
  api: <Body = unknown>(
    method: string,
    target: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Body; etag: string | null }>;
}

/** Of the portal of this test's project; one that was up before serves all of them. */
const ofPortal = (name: 'URL' | 'DATA') => {
  const own =
    base.info().project.name === 'flink' &&
    process.env[`SCALEPH_E2E_FLINK_${name}`];
  return own || process.env[`SCALEPH_E2E_${name}`]!;
};
export const dataDir = () => ofPortal('DATA');
export const portalUrl = () => ofPortal('URL');

const { TEST_WORKER_INDEX, TEST_PARALLEL_INDEX } = process.env;
/**
 * Part of the names of what tests make: a portal that is up already has seen them before (SCALEPH_E2E_SUFFIX), and so has one where
 * a test is tried again, which is done by a worker that takes another's place.
 */
export const suffix = `${process.env.SCALEPH_E2E_SUFFIX ?? ''}${
  TEST_WORKER_INDEX === TEST_PARALLEL_INDEX ? '' : `-${TEST_WORKER_INDEX}`
}`;

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(portalUrl());
  },

  browserThere: [
    async ({}, use, testInfo) => {
      const reason = process.env.SCALEPH_NO_CHROMIUM;
      testInfo.skip(reason !== undefined, reason ?? '');
      await use();
    },
    { auto: true },
  ],

  look: [LOOKS[0], { option: true }],

  t: async ({ look }, use) => {
    await use(translate(look));
  },

  lookSet: [
    async ({ browserThere: _, page, look }, use) => {
      await startWithLook(page, look);
      await use();
    },
    { auto: true },
  ],

  strictPage: [
    async ({ browserThere: _, context }, use) => {
      const seen: string[] = [];
      const own = new URL(portalUrl()).host;
      context.on('weberror', error =>
        seen.push(`uncaught: ${error.error().message}`),
      );
      context.on('console', message => {
        if (message.type() === 'error') seen.push(message.text());
      });
      context.on('request', request => {
        const { protocol, host } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && host !== own)
          seen.push(`asked another host: ${request.url()}`);
      });
      await use();
      expect(
        seen.filter(text => !FOREIGN_CONSOLE_ERRORS.some(re => re.test(text))),
      ).toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ page }, use) => {
    await use(async target => {
      await page.goto(target);
      // The example portal signs everybody in as guest, without a question.
      await expect(page.getByRole('heading').first()).toBeVisible();
    });
  },

  expectAccessible: async ({ browserThere: _ }, use) => {
    await use(async part => {
      expect(await seriousViolations(part)).toEqual([]);
    });
  },

  shot: async ({ page }, use) => {
    await use(async name => {
      await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
    });
  },

  api: async ({}, use) => {
    const answer = await fetch(`${portalUrl()}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await answer.json();
    await use(async (method, target, body, headers) => {
      const response = await fetch(`${portalUrl()}/api/scaleph${target}`, {
        method,
        headers: {
          authorization: `Bearer ${backstageIdentity.token}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text ? JSON.parse(text) : undefined,
        etag: response.headers.get('etag'),
      };
    });
  },
});

export { expect };
