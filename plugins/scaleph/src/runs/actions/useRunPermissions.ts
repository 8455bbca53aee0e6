import { usePermission } from '@backstage/plugin-permission-react';
import {
  scalephPipelineRunPermission,
  scalephRunCancelPermission,
  scalephRunOperatePermission,
  scalephRunSnapshotDeletePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import type {
  RunActionName,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback } from 'react';

/** What the user may do with a run; nothing until that is known. @internal */
export interface RunPermissions {
  mayAct(action: RunActionName): boolean;
  /** Start another run of its pipeline. */
  start: boolean;
  deleteSnapshots: boolean;
}

/** @internal */
export function useRunPermissions(
  run: Pick<RunSummary, 'id' | 'pipeline'>,
): RunPermissions {
  const cancel = usePermission({
    permission: scalephRunCancelPermission,
    resourceRef: run.id,
  }).allowed;
  const operate = usePermission({
    permission: scalephRunOperatePermission,
    resourceRef: run.id,
  }).allowed;
  const deleteSnapshots = usePermission({
    permission: scalephRunSnapshotDeletePermission,
    resourceRef: run.id,
  }).allowed;
  const start = usePermission({
    permission: scalephPipelineRunPermission,
    resourceRef: run.pipeline,
  }).allowed;
  const mayAct = useCallback(
    (action: RunActionName) => {
      if (action === 'cancel') {
        return cancel;
      }
      return action === 'upgrade' ? operate && start : operate;
    },
    [cancel, operate, start],
  );
  return { mayAct, start, deleteSnapshots };
}
