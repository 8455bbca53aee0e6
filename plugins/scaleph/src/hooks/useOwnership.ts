import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useApiResource } from './useApiResource';

/** Entity refs of the user and of the groups that the user speaks for. */
export interface Ownership {
  user: string;
  refs: string[];
  /** Who a new thing belongs to by default: the first group, else the user. */
  defaultOwner: string;
}

/** Who the signed-in user is; undefined until it is known. */
export function useOwnership(): Ownership | undefined {
  const identityApi = useApi(identityApiRef);
  const { value } = useApiResource(async () => {
    const identity = await identityApi.getBackstageIdentity();
    const { userEntityRef: user, ownershipEntityRefs: refs } = identity;
    const defaultOwner = refs.find(ref => ref.startsWith('group:')) ?? user;
    return { user, refs, defaultOwner };
  }, [identityApi]);
  return value;
}
