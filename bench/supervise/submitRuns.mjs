// Registers the cluster, publishes a pipeline and starts it as often as asked.
const OWNER = 'user:default/guest';
const PARALLEL = 16;
const START_LIMIT = 600_000;

/** The least that is a jar: a ZIP file with a manifest in it. */
const JAR = Buffer.from(
  'UEsDBBQAAAAAAAAAIVxDH6AzMQAAADEAAAAUAAAATUVUQS1JTkYvTUFOSUZFU1QuTUZNYW5pZmVzdC1WZXJzaW9uOiAxLjANCk1haW4tQ2xhc3M6IGJlbmNoLk1haW4NCg0KUEsBAhQDFAAAAAAAAAAhXEMfoDMxAAAAMQAAABQAAAAAAAAAAAAAAIABAAAAAE1FVEEtSU5GL01BTklGRVNULk1GUEsFBgAAAAABAAEAQgAAAGMAAAAAAA==',
  'base64',
);

const PIPELINE = {
  apiVersion: 'scaleph.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: 'bench', owner: OWNER },
  spec: {
    type: 'flink-jar',
    mode: 'streaming',
    jar: { artifact: { upload: 'bench.jar' }, entryClass: 'bench.Main' },
    recovery: { restore: 'never' },
    nodes: [],
    edges: [],
  },
};

/** Resolves to `[{id, jobId}]` once every run is RUNNING. */
export async function submitRuns({ portal, cluster, count }) {
  const api = `http://127.0.0.1:${portal.port}/api/scaleph`;
  const send = async (method, path, body, headers = {}) => {
    const isBytes = Buffer.isBuffer(body);
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${portal.token}`,
        'content-type': isBytes
          ? 'application/java-archive'
          : 'application/json',
        ...headers,
      },
      body: isBytes ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return JSON.parse(text);
  };
  await send('POST', '/targets', {
    name: 'recorded',
    type: 'flink-session',
    owner: OWNER,
    config: { restUrl: cluster.url },
  });
  await send(
    'PUT',
    `/artifacts/bench.jar?owner=${encodeURIComponent(OWNER)}`,
    JAR,
  );
  await send('POST', '/pipelines', { document: PIPELINE });
  await send('POST', '/pipelines/bench/versions', {}, { 'if-match': '*' });
  const runs = [];
  let started = 0;
  const worker = async () => {
    while (started < count) {
      started++;
      const { id } = await send('POST', '/pipelines/bench/runs', {
        target: 'recorded',
      });
      runs.push(id);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  const limit = Date.now() + START_LIMIT;
  for (;;) {
    const { totalItems } = await portal.client.get(
      '/api/scaleph/runs?state=RUNNING&limit=1',
    );
    if (totalItems === count) break;
    if (Date.now() > limit) {
      throw new Error(
        `Only ${totalItems} of ${count} runs are RUNNING: ${JSON.stringify(
          await portal.client.get('/api/scaleph/runs?limit=1'),
        )}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return Promise.all(
    runs.map(async id => {
      const { jobId } = await portal.client.get(`/api/scaleph/runs/${id}`);
      return { id, jobId };
    }),
  );
}
