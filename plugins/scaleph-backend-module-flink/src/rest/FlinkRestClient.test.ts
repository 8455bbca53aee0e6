import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { bytes } from '../__testUtils__/bytes';
import { pathnameOf, withReplay } from '../__testUtils__/replay';
import { readRecordings, recording } from '../__testUtils__/recordings';
import { jsonBodyOf, outcomeOf } from '../__testUtils__/outcome';
import { REST_CALLS, UNUSED_PATHS } from '../__testUtils__/restCalls';
import { HttpClient } from '../http/HttpClient';
import { FlinkRestClient } from './FlinkRestClient';
import { isMissingEndpoint, isUnknownJob } from './Missing';

const network = NetworkPolicy.allowAll();
const recordings = readRecordings('flink-rest');

async function replayed<T>(
  names: string[],
  work: (client: FlinkRestClient) => Promise<T>,
): Promise<T> {
  const wanted = names.map(name => recording('flink-rest', name));
  return withReplay(wanted, async ({ url }) => {
    const client = new FlinkRestClient({ url, network });
    try {
      return await work(client);
    } finally {
      client.close();
    }
  });
}

const JOB = 'c8def52bd4aeee0b1799acec4710999e';
const SOURCE = 'cbc357ccb763df2852fee8c4fc7d55f2';

describe('FlinkRestClient', () => {
  const used = recordings.filter(
    ({ path }) =>
      path.startsWith('/taskmanagers') || !UNUSED_PATHS.test(pathnameOf(path)),
  );

  test.each(used.map(it => [it.name, it] as const))(
    'asks as recorded and reads the answer: %s',
    async (_, it) => {
      await withReplay([it], async ({ url, sent }) => {
        const client = new FlinkRestClient({ url, network });
        const pathname = pathnameOf(it.path);
        const call = REST_CALLS.find(
          ([method, pattern]) => method === it.method && pattern.test(pathname),
        );
        const ids = call![1].exec(pathname)!.slice(1);
        const { status, message } = await outcomeOf(
          Promise.resolve(call![2](client, ids, it)),
        );
        expect(status).toBe(it.status < 400 ? 200 : it.status);
        expect(message).not.toMatch(/\n\s*at |Caused by/);
        expect(message.length).toBeLessThan(400);
        client.close();
        expect(sent).toHaveLength(1);
        expect(sent[0]).toMatchObject({ method: it.method, pathname });
        expect(sent[0]).toMatchObject(jsonBodyOf(it));
      });
    },
  );

  test.each(
    recordings
      .filter(it => !used.includes(it))
      .map(it => [it.name, it] as const),
  )('is not used: %s', async (_, it) => {
    await withReplay([it], async ({ url }) => {
      const http = new HttpClient({ product: 'Flink', url, network });
      const answer = http
        .json({ method: it.method as 'GET', path: it.path })
        .catch(error => error);
      expect((await answer) instanceof Error).toBe(it.status >= 400);
      http.close();
    });
  });

  it('reads what a job is', async () => {
    const job = await replayed(['job-detail-failed'], it =>
      it.jobs.detail('85f9953c065c59f024418d7f809b9c76'),
    );
    expect(job).toMatchObject({
      name: 'rec-failing',
      state: 'FAILED',
      type: 'STREAMING',
      endTime: 1795242433043,
    });
    expect(job.vertices[0]).toMatchObject({
      id: SOURCE,
      name: 'Source: t[1] -> Calc[2]',
      status: 'FAILED',
      parallelism: 1,
    });
    // "NaN" is no number.
    expect(job.vertices[0].metrics).toEqual({
      readBytes: 0,
      writeBytes: 0,
      readRecords: 0,
      writeRecords: 0,
      complete: true,
      backpressuredMs: 0,
      idleMs: 0,
      busyMs: undefined,
    });
    expect(job.plan?.nodes.map(({ id }) => id)).toContain(SOURCE);
  });

  it('reads all jobs; one that runs has no end', async () => {
    const jobs = await replayed(['jobs-overview'], it => it.jobs.overview());
    expect(jobs.map(({ state, endTime }) => [state, endTime])).toEqual([
      ['FINISHED', 1795242376825],
      ['FAILED', 1795242433043],
      ['FINISHED', 1795242368380],
      ['RUNNING', undefined],
    ]);
  });

  it('reads checkpoints', async () => {
    const { counts, latest, summary, history } = await replayed(
      ['checkpoints'],
      it => it.checkpoints.statistics(JOB),
    );
    expect(counts).toEqual({
      restored: 0,
      total: 5,
      inProgress: 0,
      completed: 5,
      failed: 0,
    });
    expect(summary.duration).toEqual({
      min: 11,
      max: 74,
      avg: 25,
      p50: 13,
      p90: 74,
      p99: 74,
    });
    expect(history).toHaveLength(5);
    expect(latest.completed).toMatchObject({
      id: 5,
      status: 'COMPLETED',
      isSavepoint: false,
      stateSize: 10878,
      duration: 13,
      discarded: false,
      location: expect.stringMatching(/^file:.*\/chk-5$/),
    });
  });

  it('reads of which savepoint a job was restored', async () => {
    const { latest, summary } = await replayed(['checkpoints-restored'], it =>
      it.checkpoints.statistics('9e612abf1169ed2f96d6ea28539d4dc0'),
    );
    expect(latest.restored).toEqual({
      id: 12,
      at: 1795242453611,
      isSavepoint: true,
      location: expect.stringMatching(/savepoint-c8def5-/),
    });
    expect(summary.duration.p50).toBeUndefined();
  });

  it('reads how a savepoint stands', async () => {
    const names = ['savepoint-poll', 'savepoint-completed'];
    await replayed(names, async client => {
      const trigger = '795fb7acf95e4f26692910e2d355b639';
      const status = () => client.triggers.savepointStatus(JOB, trigger);
      await expect(status()).resolves.toEqual({ state: 'IN_PROGRESS' });
      await expect(status()).resolves.toEqual({
        state: 'COMPLETED',
        location:
          'file:/opt/lab/fresh/run/savepoints/savepoint-c8def5-da6bb09590f3',
      });
    });
  });

  it('reads why a job failed', async () => {
    const { root, history } = await replayed(['exceptions-failed'], it =>
      it.jobs.exceptions('85f9953c065c59f024418d7f809b9c76', { max: 5 }),
    );
    expect(root?.stack).toMatch(/^org\.apache\.flink\.runtime\.JobException/);
    expect(history[0]).toMatchObject({
      name: 'java.lang.ArithmeticException',
      at: 1795242432972,
    });
  });

  it('names a jar by what the cluster calls it', async () => {
    const id = await replayed(['jar-upload'], it =>
      it.jars.upload({ name: 'TopSpeedWindowing.jar', content: bytes('any') }),
    );
    expect(id).toBe(
      '9d8c8b33-7d0d-47e8-be04-d2d5f90f072f_TopSpeedWindowing.jar',
    );
  });

  test.each([
    ['jar-upload-not-a-jar', 'POST /jars/upload: Only Jar files are allowed.'],
    [
      'jar-run-bad-class',
      'POST /jars/any/run: ClassNotFoundException: no.Such',
    ],
    [
      'job-unknown',
      'GET /jobs/any: Could not find Flink job (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)',
    ],
    [
      'rescale-bad',
      'PUT /any: NumberFormatException: For input string: "zz" under radix 16',
    ],
  ])('gives the reason in short: %s', async (name, message) => {
    const [, method, path] = /^(\w+) ([^:]+): /.exec(message)!;
    const it = { ...recording('flink-rest', name), path };
    await withReplay([it], async ({ url }) => {
      const http = new HttpClient({ product: 'Flink', url, network });
      const request = { method: method as 'GET', path };
      await expect(http.json(request)).rejects.toThrow(
        `Flink at ${new URL(url).host}: ${message}`,
      );
      http.close();
    });
  });

  it('tells an unknown job from an unknown path', async () => {
    const thrown = async (name: string) => {
      const it = recording('flink-rest', name);
      return withReplay([it], async ({ url }) => {
        const http = new HttpClient({ product: 'Flink', url, network });
        const error = await http
          .json({ method: 'GET', path: it.path })
          .catch(failure => failure);
        http.close();
        return error;
      });
    };
    const unknownJob = await thrown('job-unknown');
    expect(isUnknownJob(unknownJob)).toBe(true);
    expect(isMissingEndpoint(unknownJob)).toBe(false);
    const unknownPath = await thrown('unknown-path');
    expect(isUnknownJob(unknownPath)).toBe(false);
    expect(isMissingEndpoint(unknownPath)).toBe(true);
    expect(isUnknownJob(await thrown('job-bad-id'))).toBe(false);
  });

  it('answers "missing" for what a release lacks', async () => {
    await withReplay([], async ({ url }) => {
      const client = new FlinkRestClient({ url, network });
      await expect(client.resources.requirements(JOB)).resolves.toBe('missing');
      await expect(client.processes.environment()).resolves.toBe('missing');
      await expect(client.processes.threadDump('jobmanager')).resolves.toBe(
        'missing',
      );
      client.close();
    });
  });

  it('refuses ids that would lead elsewhere', async () => {
    await withReplay([], async ({ url, sent }) => {
      const client = new FlinkRestClient({ url, network });
      await expect(client.jobs.detail('..')).rejects.toThrow(
        '".." cannot be a part of a path',
      );
      expect(sent).toEqual([]);
      await expect(client.jobs.detail('../config?x=')).rejects.toThrow(
        'Not found: /jobs/../config?x=',
      );
      client.close();
    });
  });

  it('says which field of an answer is missing', async () => {
    const it = recording('flink-rest', 'jobs-overview');
    const answer = it.answer.replace('"state":"FAILED",', '');
    await withReplay([{ ...it, answer }], async ({ url }) => {
      const client = new FlinkRestClient({ url, network });
      await expect(client.jobs.overview()).rejects.toMatchObject({
        failure: 'bad-answer',
        message: expect.stringContaining(
          'GET /jobs/overview: "jobs[1].state" of the answer is not a text',
        ),
      });
      client.close();
    });
  });
});
