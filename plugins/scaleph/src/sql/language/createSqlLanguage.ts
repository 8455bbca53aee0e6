import type { SqlAnswer, SqlRequest } from './messages';
import type { SqlLanguage } from './SqlLanguage';

type Ask = (request: SqlRequest) => Promise<SqlAnswer>;
type Unsent<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Between two statements the page may draw. */
const nextIdle = () =>
  new Promise<void>(resolve => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: 200 });
    } else setTimeout(resolve, 0);
  });

/** Asks the grammar on the page itself, a statement at a time. */
function askHere(): Ask {
  const loaded = import('./createAnswerer').then(m => m.createAnswerer());
  return async request => {
    const answer = await loaded;
    if (request.type !== 'check') return answer(request);
    const problems = [];
    for (const statement of request.statements) {
      await nextIdle();
      const one = answer({ ...request, statements: [statement] });
      if (one.type !== 'check') return one;
      problems.push(one.problems[0]);
    }
    return { id: request.id, type: 'check', problems };
  };
}

/** Asks a worker; rejects once for all when the worker cannot be loaded. */
function askWorker(worker: Worker): Ask {
  const waiting = new Map<
    number,
    { resolve(answer: SqlAnswer): void; reject(error: Error): void }
  >();
  worker.onmessage = ({ data }: MessageEvent<SqlAnswer>) => {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  };
  worker.onerror = event => {
    const error = new Error(`The SQL worker failed: ${event.message}`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  return request =>
    new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
}

/**
 * The grammar beside the page, or on it where workers are not allowed, e.g. by
 * the portal's content security policy or since assets come from elsewhere.
 */
export function createSqlLanguage(
  start: (() => Worker) | undefined = undefined,
): SqlLanguage {
  let worker: Worker | undefined;
  let ask: Ask | undefined;
  let lastId = 0;

  const open = async (): Promise<Ask> => {
    if (ask) return ask;
    if (typeof Worker === 'undefined' && !start) return (ask = askHere());
    try {
      const create = start ?? (await import('./startWorker')).startWorker;
      worker = create();
      ask = askWorker(worker);
    } catch {
      // Refused at once, e.g. a script of another origin.
      ask = askHere();
    }
    return ask;
  };
  const send = async (request: Unsent<SqlRequest>): Promise<SqlAnswer> => {
    const id = ++lastId;
    const used = await open();
    try {
      return await used({ ...request, id } as SqlRequest);
    } catch {
      worker?.terminate();
      // Disposed of meanwhile: nobody waits for the answer.
      if (!ask) return { id, type: 'error', message: 'The editor is gone' };
      if (ask === used) ask = askHere();
      return ask({ ...request, id } as SqlRequest);
    }
  };

  return {
    async check(statements) {
      const answer = await send({ type: 'check', statements });
      return answer.type === 'check'
        ? answer.problems
        : statements.map(() => undefined);
    },
    async expectedAt(statement, offset) {
      const answer = await send({ type: 'expected', statement, offset });
      return answer.type === 'expected' ? answer.expected : undefined;
    },
    dispose() {
      worker?.terminate();
      worker = undefined;
      ask = undefined;
    },
  };
}
