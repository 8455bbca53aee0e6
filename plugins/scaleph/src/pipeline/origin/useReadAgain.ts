import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useRef, useState } from 'react';
import { useNotify } from '../../hooks';
import { useScalephTranslation } from '../../translation';

const LOOK_MILLISECONDS = 2_000;
/** The catalog is busy with other entities, or found what was known. */
const LOOKS = 15;

/**
 * Has the catalog read the file of an entity at once, and looks for what came of it.
 *
 * @param seen - what is known of the reading; the wait ends when it changes
 * @param look - asks for it anew
 * @internal
 */
export function useReadAgain(
  entityRef: string,
  seen: string,
  look: () => void,
): { isReading: boolean; readAgain(): Promise<void> } {
  const catalogApi = useApi(catalogApiRef);
  const notify = useNotify();
  const { t } = useScalephTranslation();
  const [isReading, setReading] = useState(false);
  const latest = useRef(look);
  latest.current = look;

  useEffect(() => setReading(false), [seen]);
  useEffect(() => {
    if (!isReading) {
      return undefined;
    }
    let left = LOOKS;
    const timer = setInterval(() => {
      latest.current();
      left -= 1;
      if (left === 0) setReading(false);
    }, LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isReading]);

  return {
    isReading,
    async readAgain() {
      setReading(true);
      try {
        await catalogApi.refreshEntity(entityRef);
      } catch (cause) {
        setReading(false);
        const { message } = toError(cause);
        notify({
          title: t('origin.readFailed', { message }),
          status: 'danger',
        });
      }
    },
  };
}
