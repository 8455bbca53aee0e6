import { Alert } from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { hasJob } from '../job/hasJob';
import { useScalephTranslation } from '../translation';

/** Why a run failed, and what to do: before anything else about it. @internal */
export const RunCause = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  if (run.state !== 'FAILED' && run.state !== 'RECONCILING') {
    return null;
  }
  const node = run.nodes.find(it => it.state === 'failed');
  let help: string = t('runs.cause.checking');
  if (run.state === 'FAILED') {
    help = t(hasJob(run) ? 'runs.cause.helpJob' : 'runs.cause.help');
    if (node) {
      help = t('runs.cause.atNode', { node: node.node });
    }
  }
  return (
    <Alert
      icon
      status={run.state === 'FAILED' ? 'danger' : 'warning'}
      title={run.reason ?? node?.error ?? t('runs.cause.unknown')}
      description={help}
    />
  );
};
