import { join } from 'node:path';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { WorkerLimits } from '../runDirectory/WorkerStatus';
import { StopSignal } from './StopSignal';

/** Milliseconds between two looks at the stop file. */
const INTERVAL = 200;

/** Why a run ended that somebody asked to stop. @internal */
export const STOPPED = 'Stopped on request';

/**
 * Watches for the stop file and for the end of supervision, and stops the run then. Returns what ends the watch.
 * @internal
 */
export function watchSupervisor(
  directory: RunDirectory,
  limits: WorkerLimits,
  stop: StopSignal,
  onStop: () => Promise<void>,
): () => void {
  const started = Date.now();
  let looking = false;
  const halt = (reason: string) => {
    if (stop.request) return;
    stop.stop(reason);
    void onStop();
  };
  const look = async () => {
    if (await directory.isStopAsked()) halt(STOPPED);
    const seen = (await directory.supervisedAt()) ?? started;
    if (Date.now() - Math.max(seen, started) > limits.orphanTimeout) {
      const minutes = Math.round(limits.orphanTimeout / 60_000);
      halt(
        `Stopped by itself: no portal has looked after it for ${minutes} minutes`,
      );
    }
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      // A directory that cannot be read at all is gone: nobody would see the outcome.
      .catch(error =>
        halt(`Stopped by itself: ${error.message} in ${join(directory.path)}`),
      )
      .finally(() => {
        looking = false;
      });
  }, INTERVAL);
  const terminate = () => halt('Stopped by a signal of the system');
  process.on('SIGTERM', terminate);
  process.on('SIGINT', terminate);
  return () => {
    clearInterval(timer);
    process.off('SIGTERM', terminate);
    process.off('SIGINT', terminate);
  };
}
