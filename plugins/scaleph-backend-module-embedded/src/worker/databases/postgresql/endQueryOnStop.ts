import type { Client } from 'pg';
import { StopSignal } from '../../StopSignal';

/**
 * When the run is stopped, the connection's socket closes at once; a server that computes notices that late, so another
 * connection ends its query. Returns what ends the watch.
 * @internal
 */
export async function endQueryOnStop(
  client: Client,
  stop: StopSignal,
  connect: () => Promise<Client>,
): Promise<() => void> {
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const { pid } = rows[0];
  const cancel = async () => {
    const other = await connect();
    try {
      await other.query('SELECT pg_cancel_backend($1)', [pid]);
    } finally {
      await other.end();
    }
  };
  // Where this fails the query ends as soon as the server writes to the closed socket.
  return stop.whenStopped(cancel);
}
