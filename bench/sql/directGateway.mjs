// The peer: a client that speaks to the SQL Gateway alone, as plainly as can be.
import http from 'node:http';

/** Milliseconds until a result that is not ready is asked for again. */
const PAUSE_MS = 10;

/** Opens a session; `run` resolves to what happened when, in milliseconds. */
export async function openDirect(url) {
  const agent = new http.Agent({ keepAlive: true });
  const ask = (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const request = http.request(
        `${url}/v2${path}`,
        {
          agent,
          method,
          headers: text && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          },
        },
        response => {
          const parts = [];
          response.on('data', part => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const answer = Buffer.concat(parts).toString();
            if (response.statusCode === 200) resolve(JSON.parse(answer));
            else
              reject(new Error(`${method} ${path}: ${answer.slice(0, 500)}`));
          });
        },
      );
      request.on('error', reject);
      request.end(text);
    });
  const { sessionHandle } = await ask('POST', '/sessions', {});
  const session = `/sessions/${sessionHandle}`;
  return {
    async run(statement, { enough = Infinity } = {}) {
      const start = performance.now();
      const { operationHandle } = await ask('POST', `${session}/statements`, {
        statement,
      });
      const operation = `${session}/operations/${operationHandle}`;
      let token = '0';
      let rows = 0;
      let firstRowMs;
      for (;;) {
        const page = await ask(
          'GET',
          `${operation}/result/${token}?rowFormat=JSON`,
        );
        if (page.resultType === 'NOT_READY') {
          await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
          continue;
        }
        rows += page.results.data.length;
        if (rows > 0) firstRowMs ??= performance.now() - start;
        if (page.resultType === 'EOS' || rows >= enough) break;
        token = /\/result\/(\d+)/.exec(page.nextResultUri)[1];
      }
      const totalMs = performance.now() - start;
      await ask('DELETE', `${operation}/close`);
      return { rows, firstRowMs, totalMs };
    },
    async close() {
      await ask('DELETE', session);
      agent.destroy();
    },
  };
}
