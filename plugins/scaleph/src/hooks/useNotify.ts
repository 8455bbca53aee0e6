import { alertApiRef, useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/** A short word to the user that needs no answer. */
export interface Notice {
  title: string;
  /** A failure and a warning stay until they are dismissed. */
  status: 'success' | 'warning' | 'danger';
}

const SUCCESS_MS = 5000;
const SEVERITY = {
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const;

/** Shows a toast; an alert in portals on the legacy front-end system. */
export function useNotify(): (notice: Notice) => void {
  const toastApi = useApiHolder().get(toastApiRef);
  const alertApi = useApi(alertApiRef);
  return useCallback(
    ({ title, status }) => {
      const isSuccess = status === 'success';
      if (toastApi) {
        const timeout = isSuccess ? SUCCESS_MS : undefined;
        toastApi.post({ title, status, timeout });
      } else {
        alertApi.post({
          message: title,
          severity: SEVERITY[status],
          display: isSuccess ? 'transient' : 'permanent',
        });
      }
    },
    [toastApi, alertApi],
  );
}
