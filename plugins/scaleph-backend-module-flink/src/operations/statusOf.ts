import { FlinkRequestError } from '../http/FlinkRequestError';
import { TriggerStatus } from '../rest/types/CheckpointTypes';

/** The status of a trigger; undefined when the cluster does not know it. @internal */
export async function statusOf(
  ask: () => Promise<TriggerStatus>,
): Promise<TriggerStatus | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof FlinkRequestError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
