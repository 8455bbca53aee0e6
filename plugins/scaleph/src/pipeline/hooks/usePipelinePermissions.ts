import { usePermission } from '@backstage/plugin-permission-react';
import {
  scalephPipelinePublishPermission,
  scalephPipelineRunPermission,
  scalephPipelineUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';

/** What the user may do with a pipeline; false until that is known. @internal */
export interface PipelinePermissions {
  loading: boolean;
  update: boolean;
  publish: boolean;
  run: boolean;
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
  return {
    loading: update.loading || publish.loading || run.loading,
    update: update.allowed,
    publish: publish.allowed,
    run: run.allowed,
  };
}
