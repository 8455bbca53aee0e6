import { Recording } from './recordings';
import { readRequest, SentRequest, withServer } from './withServer';

/**
 * A server that knows recorded exchanges and nothing else. Each is served once for its method and path, in their order; the last
 * one again and again. What is in none of them is answered as Flink answers an unknown path.
 */
export async function withReplay<T>(
  recordings: readonly Recording[],
  work: (replay: { url: string; sent: SentRequest[] }) => Promise<T>,
): Promise<T> {
  const sent: SentRequest[] = [];
  const served = new Set<Recording>();
  const find = (request: SentRequest) => {
    const matching = recordings.filter(
      ({ method, path }) =>
        method === request.method && pathnameOf(path) === request.pathname,
    );
    const next = matching.find(it => !served.has(it)) ?? matching.at(-1);
    if (next) served.add(next);
    return next;
  };
  return withServer(
    async (incoming, response) => {
      const request = await readRequest(incoming);
      sent.push(request);
      const found = find(request);
      response.writeHead(found?.status ?? 404, {
        'content-type': 'application/json; charset=UTF-8',
      });
      const unknown = { errors: [`Not found: ${request.pathname}`] };
      response.end(found?.answer ?? JSON.stringify(unknown));
    },
    url => work({ url, sent }),
  );
}

export function pathnameOf(path: string): string {
  return decodeURIComponent(new URL(path, 'http://any').pathname);
}

export function queryOf(path: string): Record<string, string> {
  return Object.fromEntries(new URL(path, 'http://any').searchParams);
}
