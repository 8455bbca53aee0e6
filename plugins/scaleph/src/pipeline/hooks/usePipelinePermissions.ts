import { usePermission } from '@backstage/plugin-permission-react';
import {
  scalephPipelineDeletePermission,
  scalephPipelinePublishPermission,
  scalephPipelineRunPermission,
  scalephPipelineUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';

/** What the user may do with a pipeline; false until that is known. @internal */
export interface PipelinePermissions {
  loading: boolean;
  update: boolean;
  publish: boolean;
  run: boolean;
  /** Also: retire it and bring it back. */
  delete: boolean;
}

/** @internal */
export function usePipelinePermissions(name: string): PipelinePermissions {
  const update = usePermission({
    permission: scalephPipelineUpdatePermission,
    resourceRef: name,
  });
  const publish = usePermission({
    permission: scalephPipelinePublishPermission,
    resourceRef: name,
  });
  const run = usePermission({
    permission: scalephPipelineRunPermission,
    resourceRef: name,
  });
  const remove = usePermission({
    permission: scalephPipelineDeletePermission,
    resourceRef: name,
  });
  const loading =
    update.loading || publish.loading || run.loading || remove.loading;
  return useMemo(
    () => ({
      loading,
      update: update.allowed,
      publish: publish.allowed,
      run: run.allowed,
      delete: remove.allowed,
    }),
    [loading, update.allowed, publish.allowed, run.allowed, remove.allowed],
  );
}
