import { createBackend } from '@backstage/backend-defaults';

// A portal's back end with what a request to Scaleph passes: sign-in, the permission back end with a policy, Scaleph and its engine.
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@scaleph/backstage-plugin-scaleph-backend'));
backend.add(
  import('@scaleph/backstage-plugin-scaleph-backend-module-embedded'),
);
backend.start();
