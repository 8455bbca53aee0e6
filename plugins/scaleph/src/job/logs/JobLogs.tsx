import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { useUrlState } from '../../hooks';
import { RunLog } from '../../runs/RunLog';
import { useScalephTranslation } from '../../translation';
import { ProcessLog } from './ProcessLog';
import classes from './JobLogs.module.css';

/** Our own log of a run, and those of the cluster's processes. @internal */
export const JobLogs = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  // While it runs, what is new is in the cluster's logs.
  const [first] = useState(isActive(run.state) ? 'cluster' : 'run');
  const [url, setUrl] = useUrlState({ of: first });
  return (
    <>
      <div className={classes.switch}>
        <ToggleButtonGroup
          aria-label={t('job.logs.of')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[url.of]}
          onSelectionChange={keys => setUrl({ of: String([...keys][0]) })}
        >
          <ToggleButton id="run">{t('job.logs.ofRun')}</ToggleButton>
          <ToggleButton id="cluster">{t('job.logs.ofCluster')}</ToggleButton>
        </ToggleButtonGroup>
      </div>
      {url.of === 'cluster' ? <ProcessLog run={run} /> : <RunLog run={run} />}
    </>
  );
};
