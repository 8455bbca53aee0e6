import { defineConfig } from '@playwright/test';

/**
 * Two portals in their production form, one for the tests on real clusters and one for all others, which run side by side. The
 * tests of a project share its portal and name what they make after themselves.
 */
export default defineConfig({
  testDir: './tests',
  outputDir: '../../.cache/e2e/results',
  globalSetup: './support/globalSetup.ts',
  projects: [
    { name: 'pages', testIgnore: 'flink/**', workers: 1 },
    { name: 'flink', testMatch: 'flink/**', workers: 1, timeout: 180_000 },
  ],
  workers: 2,
  // The limit of tests that hang, not of how fast they are.
  timeout: 120_000,
  // ./scaleph test names what passes only then, and fails when it is more than a few.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: '../../.cache/e2e/report.json' }],
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.SCALEPH_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
