import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import embeddedModule from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { appendFileSync } from 'node:fs';
import { scalephPlugin } from '../../plugin';
import { runFaultsServiceRef } from '../../runs/RunFaults';

// A back end with Scaleph and its embedded engine alone, for tests that kill it; see BackendProcess.

const { SCALEPH_TEST_DIE_AT, SCALEPH_TEST_POINTS, SCALEPH_TEST_NODE } =
  process.env;

// Counts the workers: the engine starts them with the Node.js that runs itself.
if (SCALEPH_TEST_NODE) process.execPath = SCALEPH_TEST_NODE;

const backend = createBackend();
backend.add(scalephPlugin);
backend.add(embeddedModule);
backend.add(
  createServiceFactory({
    service: runFaultsServiceRef,
    deps: {},
    factory: () => ({
      reach: async (point, runId) => {
        if (SCALEPH_TEST_POINTS) {
          appendFileSync(
            SCALEPH_TEST_POINTS,
            `${point} ${runId} ${process.pid}\n`,
          );
        }
        if (point !== SCALEPH_TEST_DIE_AT) return;
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => {});
      },
    }),
  }),
);
backend.start();
