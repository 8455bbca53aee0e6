// An open run page: hears signals as the front end does and asks for the run that one names.

/** How the front end gathers signals, in milliseconds (useSignalRefresh). */
const BURST_MS = 150;

/**
 * Opens the socket of a signed-in user. `onState(id, state, at)` is called with
 * each state that the page would show.
 */
export async function openPage({ port, token, client, onState }) {
  const socket = await connect(`ws://127.0.0.1:${port}/api/signals`, token);
  socket.send(JSON.stringify({ action: 'subscribe', channel: 'scaleph' }));
  const waiting = new Set();
  const failures = [];
  socket.addEventListener('message', ({ data }) => {
    const { channel, message } = JSON.parse(data);
    if (channel !== 'scaleph' || message.type !== 'run') return;
    if (waiting.has(message.id)) return;
    waiting.add(message.id);
    setTimeout(async () => {
      waiting.delete(message.id);
      try {
        const run = await client.get(`/api/scaleph/runs/${message.id}`);
        onState(run.id, run.state, Date.now());
      } catch (error) {
        failures.push(error);
      }
    }, BURST_MS);
  });
  return { failures, close: () => socket.close() };
}

/** The signals back end listens from the first request on: that one fails, and the front end tries again as we do. */
async function connect(url, token) {
  for (let attempt = 1; ; attempt++) {
    const socket = new WebSocket(url, token);
    const opened = await new Promise(resolve => {
      const limit = setTimeout(() => resolve(false), 2_000);
      const answer = ok => {
        clearTimeout(limit);
        resolve(ok);
      };
      socket.addEventListener('open', () => answer(true));
      socket.addEventListener('error', () => answer(false));
    });
    if (opened) return socket;
    socket.close();
    if (attempt === 10) throw new Error('The signals socket did not open');
  }
}
