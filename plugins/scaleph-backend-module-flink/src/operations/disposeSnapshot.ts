import { Clock, systemClock } from '../cluster/Clock';
import { FlinkRestClient } from '../rest/FlinkRestClient';

const POLL_MS = 200;
const LIMIT_MS = 60_000;

/** Deletes a savepoint or retained checkpoint; harmless when it is gone. Throws Error with the cluster's reason. @internal */
export async function disposeSnapshot(
  client: FlinkRestClient,
  location: string,
  clock: Clock = systemClock,
): Promise<void> {
  const trigger = await client.triggers.dispose(location);
  const until = clock.now() + LIMIT_MS;
  for (;;) {
    const status = await client.triggers.disposalStatus(trigger);
    if (status.state === 'COMPLETED') return;
    if (status.state === 'FAILED') {
      if (isGone(status.reason)) return;
      throw new Error(`${client.server} did not delete it: ${status.reason}`);
    }
    if (clock.now() > until) {
      throw new Error(
        `${client.server} has been deleting it for ${
          LIMIT_MS / 1000
        } s: look again later`,
      );
    }
    await clock.wait(POLL_MS);
  }
}

/** But not when it is a directory without a savepoint in it: that is none of ours. */
function isGone(reason: string): boolean {
  return /(Cannot find checkpoint or savepoint file\/directory|No such file or directory|does not exist)/i.test(
    reason,
  );
}
