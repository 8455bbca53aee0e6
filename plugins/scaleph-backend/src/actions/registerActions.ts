import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { DataSourceService } from '../data-sources/DataSourceService';
import { PipelineService } from '../pipelines/PipelineService';
import { RunService } from '../runs/RunService';
import { SnapshotService } from '../runs/SnapshotService';
import { registerCreatePipelineAction } from './createPipelineAction';
import { registerGetPipelineAction } from './getPipelineAction';
import { registerGetRunAction } from './getRunAction';
import { registerListDataSourcesAction } from './listDataSourcesAction';
import { registerListPipelinesAction } from './listPipelinesAction';
import { registerListRunsAction } from './listRunsAction';
import { registerListSnapshotsAction } from './listSnapshotsAction';
import { registerOperateRunAction } from './operateRunAction';
import { registerRunPipelineAction } from './runPipelineAction';
import { registerStopRunAction } from './stopRunAction';
import { registerValidatePipelineAction } from './validatePipelineAction';

/**
 * What agents can do, by MCP or any other caller of Backstage's actions. Each
 * acts with the credentials of its caller, through the same services as HTTP.
 *
 * @internal
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  pipelines: PipelineService;
  runs: RunService;
  snapshots: SnapshotService;
  dataSources: DataSourceService;
}): void {
  registerListPipelinesAction(options);
  registerGetPipelineAction(options);
  registerValidatePipelineAction(options);
  registerCreatePipelineAction(options);
  registerRunPipelineAction(options);
  registerGetRunAction(options);
  registerListRunsAction(options);
  registerStopRunAction(options);
  registerOperateRunAction(options);
  registerListSnapshotsAction(options);
  registerListDataSourcesAction(options);
}
