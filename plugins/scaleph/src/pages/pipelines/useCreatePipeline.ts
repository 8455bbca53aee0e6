import { useApi } from '@backstage/core-plugin-api';
import type {
  CreatePipelineBody,
  Pipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useRef, useState } from 'react';
import { scalephApiRef } from '../../api';
import { idempotencyKey } from '../../pipeline/lib/idempotencyKey';
import { useOpenPipeline } from './useOpenPipeline';

/** Where the making of a pipeline stands. */
export type CreateProgress =
  | { step: 'idle' }
  | { step: 'creating' }
  | { step: 'waiting'; pipeline: Pipeline }
  | { step: 'late'; pipeline: Pipeline }
  | { step: 'failed'; error: Error };

/**
 * Creates a draft and opens its entity page. A second try of the same input
 * makes no second pipeline.
 */
export function useCreatePipeline() {
  const api = useApi(scalephApiRef);
  const open = useOpenPipeline();
  const [progress, setProgress] = useState<CreateProgress>({ step: 'idle' });
  const asked = useRef({ body: '', key: '' });

  const create = async (body: CreatePipelineBody) => {
    const text = JSON.stringify(body);
    if (asked.current.body !== text) {
      asked.current = { body: text, key: idempotencyKey() };
    }
    setProgress({ step: 'creating' });
    try {
      const pipeline = await api.createPipeline(body, {
        idempotencyKey: asked.current.key,
      });
      setProgress({ step: 'waiting', pipeline });
      if (!(await open(pipeline.entityRef))) {
        setProgress({ step: 'late', pipeline });
      }
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      setProgress({ step: 'failed', error });
    }
  };

  const isBusy = progress.step === 'creating' || progress.step === 'waiting';
  return { progress, isBusy, create };
}
