import { createAnswerer } from './createAnswerer';
import { createSqlLanguage } from './createSqlLanguage';
import type { SqlRequest } from './messages';

/** A worker in the same thread; broken ones fail as a worker does that cannot be loaded. */
class LocalWorker {
  onmessage?: (event: { data: unknown }) => void;
  onerror?: (event: { message: string }) => void;
  readonly asked: SqlRequest[] = [];
  terminated = false;
  private readonly answer = createAnswerer();

  constructor(private readonly broken = false) {}

  postMessage(request: SqlRequest) {
    this.asked.push(request);
    queueMicrotask(() => {
      if (this.broken) this.onerror?.({ message: 'not loaded' });
      else this.onmessage?.({ data: structuredClone(this.answer(request)) });
    });
  }

  terminate() {
    this.terminated = true;
  }
}

const worker = (broken?: boolean) => {
  const local = new LocalWorker(broken);
  return { local, start: () => local as unknown as Worker };
};

const STATEMENTS = ['SELECT 1', 'SELECT a, FROM t'];

describe('createSqlLanguage', () => {
  it('asks a worker', async () => {
    const { local, start } = worker();
    const language = createSqlLanguage(start);
    const [good, bad] = await language.check(STATEMENTS);
    expect(good).toBeUndefined();
    expect(bad).toMatchObject({ start: 10, end: 14 });
    const expected = await language.expectedAt('SELECT * FROM ', 14);
    expect(expected?.kinds).toContain('table');
    expect(local.asked).toHaveLength(2);
    language.dispose();
    expect(local.terminated).toBe(true);
  });

  it.each<[string, () => Worker]>([
    ['that fails', worker(true).start],
    [
      'that is not allowed',
      () => {
        throw new Error('Refused by the content security policy');
      },
    ],
  ])('does without a worker %s', async (_, start) => {
    const language = createSqlLanguage(start);
    const [good, bad] = await language.check(STATEMENTS);
    expect([good, bad?.start]).toEqual([undefined, 10]);
  });
});
