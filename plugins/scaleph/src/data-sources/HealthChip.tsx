import type { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import { LookChip } from '../components';
import { useScalephTranslation } from '../translation';

/** How the last connection test went, in a word. */
export const HealthChip = (props: { test: ConnectionTest | undefined }) => {
  const { t } = useScalephTranslation();
  const { test } = props;
  if (!test) return <LookChip look="none" label={t('dataSources.untested')} />;
  return (
    <LookChip
      look={test.ok ? 'finished' : 'failed'}
      label={test.ok ? t('dataSources.healthy') : t('dataSources.unhealthy')}
      title={test.message}
    />
  );
};
