// Sends requests and measures how long their answers take.
import http from 'node:http';

/**
 * Open loop: request number n is due at n / rate seconds, whether or not the ones before it were answered, and its time counts from
 * when it was due. So a server that stalls is not spared the requests that would have come meanwhile.
 *
 * @returns milliseconds of each request, sorted
 */
export async function openLoop({ client, rate, seconds, pathOf }) {
  const start = performance.now();
  const requests = [];
  for (let n = 0; n < rate * seconds; n++) {
    const due = start + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    requests.push(client.get(pathOf(n)).then(() => performance.now() - due));
  }
  return (await Promise.all(requests)).sort((a, b) => a - b);
}

/**
 * Closed loop: `connections` clients, each of which sends its next request when its last one is answered.
 *
 * @returns requests answered a second
 */
export async function closedLoop({ client, connections, seconds, pathOf }) {
  const start = performance.now();
  const end = start + seconds * 1000;
  let n = 0;
  let answered = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await client.get(pathOf(n++));
      answered++;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return (answered * 1000) / (performance.now() - start);
}

/** Nearest rank. */
export function percentile(sorted, fraction) {
  return sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)];
}

/** A client that keeps its connections; rejects when an answer is not 200. */
export function createClient({ port, token }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const get = (path, again = true) =>
    new Promise((resolve, reject) => {
      const request = http.get(
        {
          agent,
          host: '127.0.0.1',
          port,
          path,
          headers: token ? { authorization: `Bearer ${token}` } : {},
        },
        response => {
          const parts = [];
          response.on('data', part => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(parts).toString();
            if (response.statusCode === 200) resolve(JSON.parse(text));
            else
              reject(new Error(`GET ${path}: ${response.statusCode} ${text}`));
          });
        },
      );
      request.on('error', error => {
        // The server closed an idle connection just as it was taken.
        if (again && request.reusedSocket && error.code === 'ECONNRESET') {
          get(path, false).then(resolve, reject);
        } else {
          reject(error);
        }
      });
    });
  return { get, close: () => agent.destroy() };
}
