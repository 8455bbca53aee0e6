import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useCallback } from 'react';
import { scalephApiRef } from '../../api';
import { useNotify } from '../../hooks';
import { saveFile } from '../../sql/results/saveFile';
import { useScalephTranslation } from '../../translation';
import type { PipelineDraft } from './usePipelineDraft';

/** Taking a pipeline out of use and back, and away as a file. @internal */
export interface PipelineUse {
  /** Throws what the server says, e.g. that a run is alive. */
  retire(message: string): Promise<void>;
  bringBack(): Promise<void>;
  exportArchive(): Promise<void>;
}

/** @internal */
export function usePipelineUse(
  name: string,
  draft: PipelineDraft,
): PipelineUse {
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const { t } = useScalephTranslation();
  const { save, dispatch } = draft;
  const etag = draft.state?.pipeline.etag;

  const retire = useCallback(
    async (message: string) => {
      const saved = await save();
      if (!saved) {
        // The bar says why, with the choice that there is.
        return;
      }
      const pipeline = await api.retirePipeline(
        name,
        message ? { message } : {},
        { ifMatch: saved.etag },
      );
      dispatch({ type: 'published', pipeline });
    },
    [api, name, save, dispatch],
  );

  const fail = useCallback(
    (title: string, cause: unknown) =>
      notify({
        title: `${title}: ${toError(cause).message}`,
        status: 'danger',
      }),
    [notify],
  );

  const bringBack = useCallback(async () => {
    if (!etag) {
      return;
    }
    try {
      // That of this page: what others changed since is not passed over.
      const pipeline = await api.bringBackPipeline(name, { ifMatch: etag });
      dispatch({ type: 'published', pipeline });
    } catch (cause) {
      fail(t('views.retire.backFailed', { name }), cause);
    }
  }, [api, name, etag, dispatch, fail, t]);

  const exportArchive = useCallback(async () => {
    try {
      // What is not saved yet belongs to it.
      await save();
      saveFile(await api.exportPipeline(name), `${name}.scaleph.zip`);
    } catch (cause) {
      fail(t('views.archive.exportFailed', { name }), cause);
    }
  }, [api, name, save, fail, t]);

  return { retire, bringBack, exportArchive };
}
