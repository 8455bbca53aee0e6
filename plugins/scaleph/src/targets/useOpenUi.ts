import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { scalephApiRef } from '../api';
import { useNotify } from '../hooks';
import { useScalephTranslation } from '../translation';

/** Opens the cluster's own pages in a tab of their own, by a fresh ticket. */
export function useOpenUi(name: string): () => Promise<void> {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const discovery = useApi(discoveryApiRef);
  const notify = useNotify();
  return useCallback(async () => {
    // Now, while the browser sees that somebody has pressed: later it would be a pop-up.
    const tab = window.open('', '_blank');
    try {
      const [{ path }, base] = await Promise.all([
        api.createTargetUiTicket(name),
        discovery.getBaseUrl('scaleph'),
      ]);
      if (!tab) return;
      // The page there is the cluster's: it gets no hold of this one.
      tab.opener = null;
      tab.location.replace(`${base}${path}`);
    } catch (cause) {
      tab?.close();
      notify({
        title: t('targets.tab.uiFailed', {
          message: cause instanceof Error ? cause.message : String(cause),
        }),
        status: 'danger',
      });
    }
  }, [api, discovery, name, notify, t]);
}
