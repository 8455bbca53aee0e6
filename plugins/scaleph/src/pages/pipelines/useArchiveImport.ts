import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  ArchiveImport,
  ImportArchiveQuery,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';

/** Looks into an archive first, and imports it when told to. */
export function useArchiveImport(
  file: File,
  query: Pick<ImportArchiveQuery, 'onConflict' | 'owner'>,
  onImported: () => void,
) {
  const api = useApi(scalephApiRef);
  const [done, setDone] = useState<ArchiveImport>();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const plan = useApiResource(
    signal => api.importArchive(file, { ...query, dryRun: true }, { signal }),
    [api, file, query.onConflict, query.owner],
    { keepPrevious: true },
  );
  const run = async () => {
    setPending(true);
    setError(undefined);
    try {
      setDone(await api.importArchive(file, query));
      onImported();
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setPending(false);
    }
  };
  return { plan, done, pending, error, run };
}
