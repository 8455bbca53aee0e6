import type { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback } from 'react';
import { useScalephTranslation } from '../../translation';

/** How a target is doing, in a line: its version, its free slots, or why it does not answer. @internal */
export function useTargetLabel(): (target: Target) => string {
  const { t } = useScalephTranslation();
  return useCallback(
    ({ healthy, message, engine, version, slots, freeSlots }) => {
      if (!healthy) {
        return message ?? t('job.run.unhealthy');
      }
      const parts = [version ? t('job.run.version', { version }) : engine];
      if (slots !== undefined && freeSlots !== undefined) {
        parts.push(
          t('job.run.slots', { free: String(freeSlots), slots: String(slots) }),
        );
      }
      return parts.join(' · ');
    },
    [t],
  );
}
