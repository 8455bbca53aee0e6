import { useApi } from '@backstage/core-plugin-api';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';

/** The document of a version; undefined while it loads, and without a version. @internal */
export function useVersionDocument(
  pipeline: string,
  version: number | undefined,
): { document?: PipelineDocument; error?: Error; reload(): void } {
  const api = useApi(scalephApiRef);
  const loaded = useApiResource(
    async signal =>
      version === undefined
        ? undefined
        : api.getPipelineVersion(pipeline, version, { signal }),
    [api, pipeline, version],
  );
  return {
    document: version === undefined ? undefined : loaded.value?.document,
    error: loaded.error,
    reload: loaded.reload,
  };
}
