import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { PipelineVersion } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useEffect, useState } from 'react';
import { scalephApiRef } from '../../api';

const PAGE = 50;

/** Versions of a pipeline, newest first, a page at a time. @internal */
export function useVersions(pipeline: string): {
  versions?: PipelineVersion[];
  total: number;
  error?: Error;
  /** Asks for the next page, or again for the one that failed. */
  more?: () => void;
} {
  const api = useApi(scalephApiRef);
  const [versions, setVersions] = useState<PipelineVersion[]>();
  const [cursor, setCursor] = useState<string>();
  const [total, setTotal] = useState(0);
  const [error, setError] = useState<Error>();
  const load = useCallback(
    async (from: string | undefined, signal?: AbortSignal) => {
      setError(undefined);
      try {
        const page = await api.listPipelineVersions(
          pipeline,
          { limit: PAGE, ...(from && { cursor: from }) },
          { signal },
        );
        setVersions(before =>
          from ? [...(before ?? []), ...page.items] : page.items,
        );
        setCursor(page.nextCursor);
        setTotal(page.totalItems);
      } catch (cause) {
        if (!signal?.aborted) {
          setError(toError(cause));
        }
      }
    },
    [api, pipeline],
  );
  useEffect(() => {
    const controller = new AbortController();
    load(undefined, controller.signal);
    return () => controller.abort();
  }, [load]);
  const hasMore = cursor !== undefined || (error && !versions);
  return {
    versions,
    total,
    error,
    more: hasMore || error ? () => void load(cursor) : undefined,
  };
}
