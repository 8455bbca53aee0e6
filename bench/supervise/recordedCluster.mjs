// A Flink cluster of recorded answers: what a real 1.20.3 said, with the ids, names, times and states of as many jobs as are submitted.
import { createReadStream } from 'node:fs';
import http from 'node:http';
import readline from 'node:readline';

const RECORDINGS = new URL(
  '../../plugins/scaleph-backend-module-flink/src/__fixtures__/recordings/flink-rest.jsonl',
  import.meta.url,
);

/** By the name of the recording. */
async function readRecordings() {
  const answers = new Map();
  const lines = readline.createInterface({
    input: createReadStream(RECORDINGS),
  });
  for await (const line of lines) {
    if (line === '') continue;
    const { name, answer } = JSON.parse(line);
    answers.set(name.replace(/^\d+-/, ''), answer);
  }
  return name => JSON.parse(answers.get(name));
}

/**
 * Starts it on a free port.
 *
 * @param {{ latencyMs: number }} options how long each answer takes
 */
export async function startRecordedCluster({ latencyMs }) {
  const recorded = await readRecordings();
  const jobs = new Map();
  const jars = new Map();
  let requests = 0;
  const byPath = new Map();

  const overviewOf = job => {
    const [entry] = recorded('jobs-overview').jobs;
    const { total } = entry.tasks;
    return {
      ...entry,
      jid: job.id,
      name: job.name,
      state: job.state,
      'start-time': job.startedAt,
      'end-time': job.endedAt ?? -1,
      duration: (job.endedAt ?? Date.now()) - job.startedAt,
      'last-modification': job.changedAt,
      tasks: {
        ...Object.fromEntries(
          Object.keys(entry.tasks).map(state => [state, 0]),
        ),
        total,
        [job.endedAt ? 'finished' : 'running']: total,
      },
    };
  };
  const detailOf = job => ({
    ...recorded('job-detail'),
    jid: job.id,
    name: job.name,
    state: job.state,
    'start-time': job.startedAt,
    'end-time': job.endedAt ?? -1,
    now: Date.now(),
  });

  /** `[status, body]`. */
  const answer = (method, path, body) => {
    const [first, id, rest] = path.split('/').slice(1);
    const job = first === 'jobs' ? jobs.get(id) : undefined;
    if (path === '/jobs/overview')
      return [200, { jobs: [...jobs.values()].map(overviewOf) }];
    if (path === '/jobs')
      return [
        200,
        {
          jobs: [...jobs.values()].map(each => ({
            id: each.id,
            status: each.state,
          })),
        },
      ];
    if (method === 'POST' && path === '/jars/upload') {
      const [, file] = /filename="([^"]+)"/.exec(body);
      const name = `${jars.size}_${file}`;
      jars.set(name, { id: name, name: file, uploaded: Date.now() });
      const uploaded = recorded('jar-upload');
      return [200, { ...uploaded, filename: `/upload/${name}` }];
    }
    if (first === 'jars' && !id)
      return [200, { ...recorded('jars'), files: [...jars.values()] }];
    if (first === 'jars' && rest === 'run') {
      const { jobId } = JSON.parse(body);
      const now = Date.now();
      jobs.set(jobId, {
        id: jobId,
        name: `bench ${jobs.size}`,
        state: 'RUNNING',
        startedAt: now,
        changedAt: now,
      });
      return [200, { jobid: jobId }];
    }
    if (first === 'jobs' && !job) return [404, recorded('job-unknown')];
    if (job && rest === undefined && method === 'GET')
      return [200, detailOf(job)];
    if (job && rest === 'checkpoints') return [200, recorded('checkpoints')];
    if (job && rest === 'exceptions') return [200, recorded('exceptions-none')];
    if (job && rest === 'config') return [200, recorded('job-config')];
    if (job && rest === 'metrics') return [200, recorded('job-metrics')];
    if (path === '/overview') return [200, recorded('overview')];
    if (path === '/config') return [200, recorded('config')];
    if (path === '/taskmanagers') return [200, recorded('taskmanagers')];
    if (path === '/jobmanager/config')
      return [200, recorded('jobmanager-config')];
    return [404, recorded('unknown-path')];
  };

  const server = http.createServer((request, response) => {
    requests++;
    const { pathname } = new URL(request.url, 'http://cluster');
    const kind = `${request.method} ${pathname.replace(
      /[0-9a-f]{32}/,
      ':job',
    )}`;
    byPath.set(kind, (byPath.get(kind) ?? 0) + 1);
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
      const [status, body] = answer(
        request.method,
        pathname.replace(/^\/v1/, ''),
        Buffer.concat(parts).toString(),
      );
      const text = JSON.stringify(body);
      setTimeout(() => {
        response.writeHead(status, {
          'content-type': 'application/json; charset=UTF-8',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      }, latencyMs);
    });
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    jobs,
    /** Requests so far. */
    requests: () => requests,
    /** How many of each kind. */
    kinds: () => Object.fromEntries(byPath),
    /** A job fails or comes back by itself; answers when. */
    change(id, state) {
      const job = jobs.get(id);
      const now = Date.now();
      job.state = state;
      job.changedAt = now;
      if (['FAILED', 'FINISHED', 'CANCELED'].includes(state)) job.endedAt = now;
      return now;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
