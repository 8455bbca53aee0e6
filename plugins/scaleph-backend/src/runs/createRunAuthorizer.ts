import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  scalephPipelineReadPermission,
  scalephRunReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import {
  scalephPipelineResourceRef,
  scalephRunResourceRef,
} from '../permissions/rules';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { RunAuthorizer } from './RunAuthorizer';
import { RunStore } from './RunStore';

/** @internal */
export function createRunAuthorizer(deps: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  pipelines: Pick<PipelineDirectory, 'owners'>;
  store: Pick<RunStore, 'summaries'>;
}): RunAuthorizer {
  return new RunAuthorizer({
    ...deps,
    runs: new OwnershipAuthorizer({
      ...deps,
      resourceRef: scalephRunResourceRef,
      readPermission: scalephRunReadPermission,
    }),
    pipelinesAuthorizer: new OwnershipAuthorizer({
      ...deps,
      resourceRef: scalephPipelineResourceRef,
      readPermission: scalephPipelineReadPermission,
    }),
  });
}
