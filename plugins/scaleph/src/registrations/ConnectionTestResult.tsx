import { Alert } from '@backstage/ui';
import type { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import { useLanguage } from '../hooks';
import { formatDuration } from '../lib/format';
import { useScalephTranslation } from '../translation';

/** How a connection test ended: what answered, or what to do; and what to know before it is used. */
export const ConnectionTestResult = (props: { test: ConnectionTest }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const { ok, message, durationMs, warnings = [] } = props.test;
  const duration = formatDuration(durationMs, language);
  return (
    <div role="status">
      <Alert
        icon
        status={ok ? 'success' : 'danger'}
        title={
          ok
            ? t('dataSources.test.good', { duration })
            : t('dataSources.test.bad', { duration })
        }
        description={message}
      />
      {warnings.map(warning => (
        <Alert key={warning} icon status="warning" title={warning} />
      ))}
    </div>
  );
};
