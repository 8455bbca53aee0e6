import { toError } from '@backstage/errors';
import {
  TargetConnection,
  TargetInfo,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { withTimeout } from '../runs/withTimeout';

/** A list of targets waits no longer for one of them. */
const LIMIT_MS = 2_000;

/** How a registered target is; one that does not say in time is not healthy. Never throws. @internal */
export async function askHealth(
  type: Pick<TargetType, 'health'>,
  connection: TargetConnection,
): Promise<TargetInfo> {
  const { name, title } = connection;
  try {
    const health = type.health(connection);
    return await withTimeout(`Target "${name}"`, LIMIT_MS, health);
  } catch (error) {
    return { name, title, healthy: false, message: toError(error).message };
  }
}
