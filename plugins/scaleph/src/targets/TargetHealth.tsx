import type { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { LookChip } from '../components';
import { useScalephTranslation } from '../translation';

/** Whether a target answers, in a word; why not on hover. */
export const TargetHealth = (props: {
  target: Pick<Target, 'healthy' | 'message'>;
}) => {
  const { t } = useScalephTranslation();
  const { healthy, message } = props.target;
  return (
    <LookChip
      look={healthy ? 'finished' : 'failed'}
      label={healthy ? t('targets.healthy') : t('targets.unhealthy')}
      title={message}
    />
  );
};
