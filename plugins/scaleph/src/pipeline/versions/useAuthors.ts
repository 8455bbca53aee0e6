import { useApi } from '@backstage/core-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApiResource } from '../../hooks';

/** How somebody is shown. @internal */
export interface Author {
  name: string;
  picture?: string;
}

function plainName(ref: string): string {
  return ref.split('/').pop() ?? ref;
}

/** Shows the people behind entity refs as the catalog knows them, or by their names when it does not. @internal */
export function useAuthors(refs: string[]): (ref: string) => Author {
  const catalog = useApi(catalogApiRef);
  const users = [...new Set(refs)].filter(it => it.startsWith('user:')).sort();
  const found = useApiResource(
    async () => {
      if (!users.length) {
        return new Map<string, Author>();
      }
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs: users,
        fields: ['metadata.name', 'metadata.title', 'spec.profile'],
      });
      return new Map(
        items.flatMap((entity, index): Array<[string, Author]> => {
          const { displayName, picture } =
            (entity as UserEntity | undefined)?.spec.profile ?? {};
          const name = displayName ?? entity?.metadata.title;
          return name ? [[users[index], { name, picture }]] : [];
        }),
      );
    },
    [catalog, users.join(' ')],
    { keepPrevious: true },
  );
  return ref => found.value?.get(ref) ?? { name: plainName(ref) };
}
