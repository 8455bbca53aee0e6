import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { scalephRunCancelPermission } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback } from 'react';
import { scalephApiRef } from '../api';

/** Asks a run to stop; whether the user may. @internal */
export function useStopRun(id: string): {
  allowed: boolean;
  stop(): Promise<Run>;
} {
  const api = useApi(scalephApiRef);
  const { allowed } = usePermission({
    permission: scalephRunCancelPermission,
    resourceRef: id,
  });
  const stop = useCallback(
    () => api.actOnRun(id, { action: 'cancel' }),
    [api, id],
  );
  return { allowed, stop };
}
