import { createBackend } from '@backstage/backend-defaults';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import embeddedModule from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import flinkModule from '@scaleph/backstage-plugin-scaleph-backend-module-flink';
import { scalephEnginesExtensionPoint } from '@scaleph/backstage-plugin-scaleph-node';
import { appendFileSync } from 'node:fs';
import { scalephPlugin } from '../../plugin';
import { runFaultsServiceRef } from '../../runs/RunFaults';
import { RemoteEngine } from './RemoteEngine';

// A back end with Scaleph and one engine alone (the embedded one, that of an
// EngineServer, or Flink's), for tests that kill it; see BackendProcess.

const {
  SCALEPH_TEST_DIE_AT,
  SCALEPH_TEST_POINTS,
  SCALEPH_TEST_NODE,
  SCALEPH_TEST_ENGINE,
} = process.env;

// Counts the workers: the engine starts them with the Node.js that runs itself.
if (SCALEPH_TEST_NODE) process.execPath = SCALEPH_TEST_NODE;

const backend = createBackend();
backend.add(scalephPlugin);
if (SCALEPH_TEST_ENGINE === 'flink') backend.add(flinkModule);
else if (SCALEPH_TEST_ENGINE)
  backend.add(remoteEngineModule(SCALEPH_TEST_ENGINE));
else backend.add(embeddedModule);
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

function remoteEngineModule(url: string) {
  return createBackendModule({
    pluginId: 'scaleph',
    moduleId: 'remote-engine',
    register(env) {
      env.registerInit({
        deps: { engines: scalephEnginesExtensionPoint },
        async init({ engines }) {
          engines.addEngine(new RemoteEngine(url));
        },
      });
    },
  });
}
