import { RequestListener } from 'node:http';
import { recording } from './recordings';
import { withServer } from './withServer';

interface FakeJob {
  jid: string;
  state: string;
  'last-modification': number;
  tasks: Record<string, number>;
  [field: string]: unknown;
}

const BY_STATE: Record<string, string> = {
  FAILED: 'job-detail-failed',
  CANCELED: 'job-detail-canceled',
};

/**
 * Answers as a recorded cluster does, about any number of jobs that a test makes of recorded ones. What happens to a job is told here
 * by its state alone.
 */
export class FakeCluster {
  /** `GET /jobs/overview`, in the order in which they came. */
  readonly asked: string[] = [];
  private readonly jobs = new Map<string, FakeJob>();
  private failure: number | undefined;

  /** Adds a job or changes its state. */
  set(jid: string, state: string, more: Partial<FakeJob> = {}): void {
    const overview = JSON.parse(
      recording('flink-rest', 'jobs-overview').answer,
    ) as { jobs: FakeJob[] };
    const running = overview.jobs.find(job => job.state === 'RUNNING')!;
    const known = this.jobs.get(jid);
    const modified = (known?.['last-modification'] ?? 1795242434002) + 1;
    const times = state === 'RUNNING' ? {} : { 'end-time': 1795242440000 };
    this.jobs.set(jid, {
      ...running,
      ...times,
      jid,
      state,
      'last-modification': modified,
      ...more,
    });
  }

  remove(jid: string): void {
    this.jobs.delete(jid);
  }

  /** Answers everything with this status until told otherwise. */
  fail(status: number | undefined): void {
    this.failure = status;
  }

  /** How often a path was asked for. */
  count(pattern: RegExp): number {
    return this.asked.filter(it => pattern.test(it)).length;
  }

  async serve<T>(work: (url: string) => Promise<T>): Promise<T> {
    return withServer(this.listener, work);
  }

  private readonly listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://any');
    this.asked.push(`${request.method} ${url.pathname}`);
    const [status, text] = this.failure
      ? [this.failure, '{"errors":["Not now."]}']
      : this.answer(url.pathname);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(text);
  };

  private answer(pathname: string): [number, string] {
    if (pathname === '/jobs/overview') {
      return [200, JSON.stringify({ jobs: [...this.jobs.values()] })];
    }
    const [, jid, rest = ''] = /^\/jobs\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
    const job = this.jobs.get(jid);
    if (!job) {
      const unknown = recording('flink-rest', 'job-unknown');
      return [404, unknown.answer.replace(/a{32}/g, jid)];
    }
    return [200, this.answerAbout(job, rest)];
  }

  private answerAbout(job: FakeJob, rest: string): string {
    switch (rest) {
      case '/status':
        return JSON.stringify({ status: job.state });
      case '/checkpoints':
        return recording('flink-rest', 'checkpoints').answer;
      case '/checkpoints/config':
        return recording('flink-rest', 'checkpoints-config').answer;
      case '/exceptions':
        return recording('flink-rest', 'exceptions-failed').answer;
      default: {
        // It has nothing to measure.
        if (rest.endsWith('/metrics')) return '[]';
        const name = BY_STATE[job.state] ?? 'job-detail';
        const detail = JSON.parse(recording('flink-rest', name).answer);
        return JSON.stringify({ ...detail, jid: job.jid, state: job.state });
      }
    }
  }
}
