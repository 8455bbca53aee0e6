import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  PipelineDocument,
  PipelineFields,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useMemo, useRef, useState } from 'react';
import { scalephApiRef } from '../../api';
import { useDebounced } from '../../hooks';
import { fieldsKey } from './fieldsKey';

/** What is known of the fields of a pipeline. @internal */
export interface FieldsState {
  /** The newest answer; that of an older document while the new one is asked for. */
  value?: PipelineFields;
  /** The answer is that of the document as it is. */
  isCurrent: boolean;
  error?: Error;
}

// Each question starts a process on the server: nobody asks while typing.
const QUIET_MILLISECONDS = 600;
const MOST_KEPT = 30;

class RecentAnswers {
  private readonly answers = new Map<string, PipelineFields>();

  get(key: string): PipelineFields | undefined {
    return this.answers.get(key);
  }

  set(key: string, answer: PipelineFields) {
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MOST_KEPT) this.answers.delete(oldest);
  }
}

/**
 * The fields that arrive at and leave each node, asked for once typing pauses
 * and only when the meaning of the document changed; an undo is answered from
 * memory.
 *
 * @internal
 */
export function usePipelineFields(
  pipeline: string,
  document: PipelineDocument,
  enabled: boolean,
): FieldsState {
  const api = useApi(scalephApiRef);
  const answers = useRef(new RecentAnswers());
  const key = useMemo(() => fieldsKey(document), [document]);
  const settled = useDebounced(key, QUIET_MILLISECONDS);
  const latest = useRef(document);
  latest.current = document;
  const [state, setState] = useState<{
    key?: string;
    value?: PipelineFields;
    error?: Error;
  }>({});

  useEffect(() => {
    if (!enabled || settled !== fieldsKey(latest.current)) return undefined;
    const known = answers.current.get(settled);
    if (known) {
      setState({ key: settled, value: known });
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    api
      .inferPipelineFields(pipeline, { document: latest.current }, { signal })
      .then(
        value => {
          if (signal.aborted) return;
          answers.current.set(settled, value);
          setState({ key: settled, value });
        },
        cause => {
          if (signal.aborted) return;
          setState(before => ({ ...before, error: toError(cause) }));
        },
      );
    return () => controller.abort();
  }, [api, pipeline, enabled, settled]);

  return {
    value: state.value,
    isCurrent: state.key === key,
    error: state.error,
  };
}
