import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useRef } from 'react';
import { useNavigate } from '../../lib/router';

const LOOK_EVERY_MS = 500;
const LOOK_FOR_MS = 15_000;

/** Path of the tab Pipeline of an entity page. */
export function usePipelineHref(): (entityRef: string) => string {
  const linkOf = useEntityRefLink();
  return useCallback(entityRef => `${linkOf(entityRef)}/pipeline`, [linkOf]);
}

/**
 * Goes to a pipeline's entity page as soon as the catalog knows the entity.
 * Resolves with false when it does not within fifteen seconds, or when the
 * component is gone.
 */
export function useOpenPipeline(): (entityRef: string) => Promise<boolean> {
  const catalogApi = useApi(catalogApiRef);
  const navigate = useNavigate();
  const hrefOf = usePipelineHref();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  return useCallback(
    async entityRef => {
      const deadline = Date.now() + LOOK_FOR_MS;
      while (!gone.current && Date.now() < deadline) {
        if (await catalogApi.getEntityByRef(entityRef)) {
          navigate(hrefOf(entityRef));
          return true;
        }
        await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
      }
      return false;
    },
    [catalogApi, navigate, hrefOf],
  );
}
