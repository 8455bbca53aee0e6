import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApiResource } from './useApiResource';

/** An entity to choose. */
export interface CatalogOption {
  /** The full entity ref. */
  id: string;
  label: string;
  description: string;
}

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];
const LIMIT = 500;

/** Entities of some kinds, by title; empty until they are known. */
export function useCatalogOptions(kinds: string[]) {
  const catalogApi = useApi(catalogApiRef);
  const key = kinds.join();
  return useApiResource(async (): Promise<CatalogOption[]> => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: key.split(',') },
      fields: FIELDS,
      limit: LIMIT,
    });
    return items
      .map(entity => {
        const ref = stringifyEntityRef(entity);
        const profile = entity.spec?.profile as
          | { displayName?: string }
          | undefined;
        const { title, name } = entity.metadata;
        const label = title ?? profile?.displayName ?? name;
        return { id: ref, label, description: ref };
      })
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [catalogApi, key]);
}
