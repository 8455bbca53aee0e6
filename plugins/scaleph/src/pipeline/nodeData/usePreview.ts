import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  NodePreview,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useReducer, useRef } from 'react';
import { scalephApiRef } from '../../api';
import { previewKey } from './fieldsKey';

/** The rows of one node as they were asked for. @internal */
export interface PreviewState {
  /** Milliseconds since 1970 at which it was asked; while it runs. */
  startedAt?: number;
  preview?: NodePreview;
  error?: Error;
  /** Of what the answer is; see `previewKey`. */
  key?: string;
}

/** @internal */
export interface Preview {
  state: PreviewState;
  /** The document changed above the node since the answer. */
  isStale: boolean;
  run(): void;
  cancel(): void;
}

/** Most rows that a preview shows. */
export const PREVIEW_ROWS = 200;

/**
 * The first rows that leave a node, asked for by hand. The last answer of each
 * node is kept while the editor is open.
 *
 * @internal
 */
export function usePreview(
  pipeline: string,
  document: PipelineDocument,
  node: string | undefined,
): Preview {
  const api = useApi(scalephApiRef);
  const states = useRef(new Map<string, PreviewState>());
  const running = useRef<{ node: string; controller: AbortController }>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => () => running.current?.controller.abort(), []);

  const set = (id: string, state: PreviewState) => {
    states.current.set(id, state);
    redraw();
  };
  const cancel = () => {
    const { current } = running;
    if (!current) return;
    current.controller.abort();
    running.current = undefined;
    set(current.node, {
      ...states.current.get(current.node),
      startedAt: undefined,
    });
  };
  const run = async () => {
    if (!node) return;
    cancel();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = { node, controller };
    const key = previewKey(document, node);
    const before = states.current.get(node);
    set(node, { ...before, startedAt: Date.now(), error: undefined });
    try {
      const preview = await api.previewPipelineNode(
        pipeline,
        { document, node, limit: PREVIEW_ROWS },
        { signal },
      );
      if (!signal.aborted) set(node, { preview, key });
    } catch (cause) {
      if (!signal.aborted) set(node, { error: toError(cause), key });
    }
    if (running.current?.controller === controller) running.current = undefined;
  };

  const state = (node !== undefined && states.current.get(node)) || {};
  return {
    state,
    isStale:
      node !== undefined &&
      state.key !== undefined &&
      state.key !== previewKey(document, node),
    run,
    cancel,
  };
}
