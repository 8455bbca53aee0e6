import type { RegistrationTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback } from 'react';
import { useLanguage } from '../hooks';
import { localize } from '../pipeline/lib/localize';

/** How a type is shown. */
export interface TypeLook {
  icon: string;
  title: string;
}

/** Icon and title of a type; its name where the type is not (yet) known. */
export function useTypeLook(
  types: RegistrationTypeInfo[] | undefined,
): (type: string) => TypeLook {
  const language = useLanguage();
  return useCallback(
    type => {
      const info = types?.find(it => it.type === type);
      if (!info) return { icon: 'database', title: type };
      return { icon: info.icon, title: localize(info.title, language) };
    },
    [types, language],
  );
}
