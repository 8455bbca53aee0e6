// The same through our API, as the console asks.
import http from 'node:http';

/** Opens a session on a target; `run` as the direct client's. */
export async function openOurs({ port, token, target }) {
  const agent = new http.Agent({ keepAlive: true });
  const ask = (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const request = http.request(
        `http://127.0.0.1:${port}/api/scaleph${path}`,
        {
          agent,
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(text && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        response => {
          const parts = [];
          response.on('data', part => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const answer = Buffer.concat(parts).toString();
            if (response.statusCode < 300)
              resolve(answer ? JSON.parse(answer) : undefined);
            else
              reject(new Error(`${method} ${path}: ${answer.slice(0, 500)}`));
          });
        },
      );
      request.on('error', reject);
      request.end(text);
    });
  const session = await ask('POST', '/sql/sessions', {
    kind: 'target',
    place: target,
  });
  return {
    ask,
    session: session.id,
    async run(statement, { enough = Infinity } = {}) {
      const start = performance.now();
      const execution = await ask(
        'POST',
        `/sql/sessions/${session.id}/operations`,
        { statement, waitMs: 2000 },
      );
      const { id } = execution.operation;
      let { page } = execution;
      let rows = 0;
      let firstRowMs;
      for (;;) {
        if (page?.error) throw new Error(page.error.message);
        rows += page?.rows.length ?? 0;
        if (rows > 0) firstRowMs ??= performance.now() - start;
        if (page?.done || rows >= enough) break;
        const query = page?.next
          ? `token=${encodeURIComponent(page.next)}&`
          : '';
        page = await ask(
          'GET',
          `/sql/operations/${id}/rows?${query}waitMs=2000`,
        );
      }
      const totalMs = performance.now() - start;
      if (!page?.done) await ask('POST', `/sql/operations/${id}/cancellation`);
      return { rows, firstRowMs, totalMs };
    },
    async close() {
      await ask('DELETE', `/sql/sessions/${session.id}`);
      agent.destroy();
    },
  };
}
