import { createBackend } from '@backstage/backend-defaults';

// What supervises runs on a cluster and tells open pages of them.
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@scaleph/backstage-plugin-scaleph-backend'));
backend.add(import('@scaleph/backstage-plugin-scaleph-backend-module-flink'));
backend.start();
