import { newEngine, targetOf } from '../__testUtils__/engineTest';
import { withServer } from '../__testUtils__/withServer';

const { identify } = newEngine().targetType;

/** What a cluster with one TaskManager says of itself. */
const identityOf = (id: string, path: string) =>
  withServer(
    (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ taskmanagers: [{ id, path }] }));
    },
    restUrl =>
      identify!(targetOf({ restUrl }), { signal: AbortSignal.timeout(10_000) }),
  );

// Native Kubernetes calls a TaskManager after its pod, and pods after the cluster: those of two namespaces have the same names.
it('takes clusters for the same where processes have the same names and places', async () => {
  const id = 'flink-taskmanager-1-1';
  const path = (ip: string) => `akka.tcp://flink@${ip}:6122/user/rpc/tm_0`;
  const one = await identityOf(id, path('10.0.0.5'));
  expect(await identityOf(id, path('10.0.0.5'))).toEqual(one);
  expect(await identityOf(id, path('10.0.1.7'))).not.toEqual(one);
});
