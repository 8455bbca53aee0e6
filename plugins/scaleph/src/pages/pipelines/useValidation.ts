import { useApi } from '@backstage/core-plugin-api';
import type { ValidationResult } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { ApiResource, useApiResource, useDebounced } from '../../hooks';

/** What the back end says about a text once typing pauses. */
export function useValidation(
  yaml: string,
): ApiResource<ValidationResult | undefined> & { isCurrent: boolean } {
  const api = useApi(scalephApiRef);
  const settled = useDebounced(yaml, 400);
  const resource = useApiResource<ValidationResult | undefined>(
    async signal =>
      settled.trim()
        ? api.validatePipeline({ yaml: settled }, { signal })
        : undefined,
    [api, settled],
    { keepPrevious: true },
  );
  return { ...resource, isCurrent: settled === yaml && !resource.loading };
}
