import { useApi } from '@backstage/core-plugin-api';
import type { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';
import { useCatalogue } from './useCatalogue';
import type { Catalogue } from './useCatalogue';
import { usePipelineActions } from './usePipelineActions';
import type { PipelineActions } from './usePipelineActions';
import { usePipelineDraft } from './usePipelineDraft';
import type { PipelineDraft } from './usePipelineDraft';
import { usePipelinePermissions } from './usePipelinePermissions';
import type { PipelinePermissions } from './usePipelinePermissions';
import { usePipelineUse } from './usePipelineUse';
import type { PipelineUse } from './usePipelineUse';
import { useWatchedRun } from './useWatchedRun';
import type { WatchedRun } from './useWatchedRun';

const NO_TARGETS: Target[] = [];

/** What the editor of a pipeline loads, all of it asked for at once. @internal */
export interface EditorData {
  draft: PipelineDraft;
  catalogue: Catalogue;
  permissions: PipelinePermissions;
  actions: PipelineActions;
  use: PipelineUse;
  /** All that the user may see; empty until they are known. */
  targets: Target[];
  watched: WatchedRun;
}

/** @internal */
export function useEditorData(name: string): EditorData {
  const api = useApi(scalephApiRef);
  const draft = usePipelineDraft(name);
  const targets = useApiResource(signal => api.listTargets({ signal }), [api]);
  return {
    draft,
    catalogue: useCatalogue(draft.state?.history.present.document),
    permissions: usePipelinePermissions(name),
    actions: usePipelineActions(name, draft),
    use: usePipelineUse(name, draft),
    targets: targets.value?.items ?? NO_TARGETS,
    watched: useWatchedRun(draft.state?.pipeline),
  };
}
