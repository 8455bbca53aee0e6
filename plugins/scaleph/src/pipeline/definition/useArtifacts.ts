import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { Artifact } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';

/** The uploaded jars, and how another one is uploaded. @internal */
export interface Artifacts {
  items?: Artifact[];
  error?: Error;
  /** The file that is on its way. */
  uploading?: File;
  uploadError?: Error;
  /** Answers the jar, or `undefined` when it was refused: `uploadError` says why. */
  upload(file: File, owner: string): Promise<Artifact | undefined>;
}

/** @internal */
export function useArtifacts(): Artifacts {
  const api = useApi(scalephApiRef);
  const [uploading, setUploading] = useState<File>();
  const [uploadError, setUploadError] = useState<Error>();
  const list = useApiResource(
    async signal => {
      const items: Artifact[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.listArtifacts(
          { limit: 200, cursor },
          { signal },
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return items;
    },
    [api],
    { keepPrevious: true },
  );
  const { reload } = list;
  const upload = useCallback(
    async (file: File, owner: string) => {
      setUploading(file);
      setUploadError(undefined);
      try {
        const artifact = await api.uploadArtifact(file.name, file, { owner });
        reload();
        return artifact;
      } catch (cause) {
        setUploadError(toError(cause));
        return undefined;
      } finally {
        setUploading(undefined);
      }
    },
    [api, reload],
  );
  return {
    items: list.value,
    error: list.error,
    uploading,
    uploadError,
    upload,
  };
}
