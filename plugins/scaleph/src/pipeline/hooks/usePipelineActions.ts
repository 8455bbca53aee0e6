import { useApi } from '@backstage/core-plugin-api';
import type {
  CreateRunBody,
  PipelineDocument,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback } from 'react';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';
import { idempotencyKey } from '../lib/idempotencyKey';
import type { PipelineDraft } from './usePipelineDraft';

/** @internal */
export interface PipelineActions {
  /** Document of the newest version; absent when there is none or it is not known yet. */
  published?: PipelineDocument;
  /** The same, asked for when it is not known yet. */
  loadPublished(): Promise<PipelineDocument | undefined>;
  publish(message: string): Promise<void>;
  run(body?: CreateRunBody): Promise<Run>;
}

/** Publishing and running a pipeline. @internal */
export function usePipelineActions(
  name: string,
  draft: PipelineDraft,
): PipelineActions {
  const api = useApi(scalephApiRef);
  const version = draft.state?.pipeline.publishedVersion;
  const published = useApiResource(
    async signal =>
      version === undefined
        ? undefined
        : api.getPipelineVersion(name, version, { signal }),
    [api, name, version],
  );
  const { value, setValue } = published;
  const loadPublished = useCallback(async () => {
    if (value || version === undefined) {
      return value?.document;
    }
    const loaded = await api.getPipelineVersion(name, version);
    setValue(loaded);
    return loaded.document;
  }, [api, name, version, value, setValue]);
  const { save, dispatch } = draft;

  const publish = useCallback(
    async (message: string) => {
      const saved = await save();
      if (!saved) {
        // The bar says why, with the choice that there is.
        return;
      }
      await api.publishPipeline(name, message ? { message } : {}, {
        ifMatch: saved.etag,
        idempotencyKey: idempotencyKey(),
      });
      const pipeline = await api.getPipeline(name);
      dispatch({ type: 'published', pipeline });
    },
    [api, name, save, dispatch],
  );

  const run = useCallback(
    (body: CreateRunBody = {}) =>
      api.createRun(name, body, { idempotencyKey: idempotencyKey() }),
    [api, name],
  );

  return { published: value?.document, loadPublished, publish, run };
}
