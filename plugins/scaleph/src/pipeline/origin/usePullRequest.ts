import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
  useRouteRef,
} from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { PipelinePatch } from '@scaleph/backstage-plugin-scaleph-common';
import { useApiResource } from '../../hooks';
import { templateRouteRef } from '../../routes';

const NAMESPACE = 'default';

/** `examples/templates/pipeline-pull-request` of the repository. */
const TEMPLATE = 'scaleph-pipeline-pull-request';

/** @internal */
export interface PullRequest {
  title: string;
  description: string;
}

/** Starts the scaffolder's task that makes a pull request; answers the page of the task. Absent where the portal has no template for it. @internal */
export function usePullRequest(isWanted: boolean): {
  /** It is known whether there is a template. */
  ready: boolean;
  start?(
    pipeline: string,
    patch: PipelinePatch,
    request: PullRequest,
  ): Promise<string>;
} {
  const catalogApi = useApi(catalogApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const templateRoute = useRouteRef(templateRouteRef);
  const templateRef = `template:${NAMESPACE}/${TEMPLATE}`;
  const { value, error } = useApiResource(
    async () => ({
      exists:
        isWanted &&
        (await catalogApi.getEntityByRef(templateRef)) !== undefined,
    }),
    [catalogApi, isWanted],
  );
  const form = templateRoute?.({
    namespace: NAMESPACE,
    templateName: TEMPLATE,
  });
  const ready = value !== undefined || error !== undefined;
  if (!form || !value?.exists) {
    return { ready };
  }
  return {
    ready,
    async start(name, { yaml }, request) {
      const base = await discoveryApi.getBaseUrl('scaffolder');
      const response = await fetch(`${base}/v2/tasks`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          templateRef,
          values: { name, yaml, ...request },
        }),
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const { id } = (await response.json()) as { id: string };
      // The scaffolder's page of a task is beside that of a template.
      return form.replace(/\/templates\/.*$/, `/tasks/${id}`);
    },
  };
}
