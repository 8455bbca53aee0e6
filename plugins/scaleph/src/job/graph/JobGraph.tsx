import { useApi } from '@backstage/core-plugin-api';
import {
  Skeleton,
  Text,
  ToggleButton,
  ToggleButtonGroup,
  useBreakpoint,
} from '@backstage/ui';
import { RiFlowChart, RiTableLine } from '@remixicon/react';
import type { JobView, Run } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useMemo } from 'react';
import { scalephApiRef } from '../../api';
import { useUrlState } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { jobShape, layoutJob } from '../lib/layoutJob';
import { toJobFlow } from '../lib/toJobFlow';
import { JobPart } from '../JobPart';
import { useJobResource } from '../useJobResource';
import { LoadLegend } from './LoadBar';
import { VertexDrawer } from './VertexDrawer';
import { VertexTable } from './VertexTable';
import readable from '../../pipeline/readable.module.css';
import classes from './JobGraph.module.css';

const JobCanvas = lazy(() => import('./JobCanvas'));

const POLL_MILLISECONDS = 2000;

const Drawing = (props: {
  job: JobView;
  selected?: string;
  onSelect(vertex: string | undefined): void;
}) => {
  const { job, selected, onSelect } = props;
  const { down } = useBreakpoint();
  const direction = down('sm') ? 'down' : 'right';
  const shape = jobShape(job);
  const places = useMemo(
    () => layoutJob(job, direction),
    // Places stay while the shape does, whatever the numbers do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [shape, direction],
  );
  const graph = useMemo(
    () => toJobFlow({ job, places, direction, selected }),
    [job, places, direction, selected],
  );
  return (
    <Suspense fallback={<Skeleton width="100%" height="100%" />}>
      <JobCanvas
        {...graph}
        fitKey={`${shape} ${direction}`}
        selected={selected}
        onSelect={onSelect}
      />
    </Suspense>
  );
};

/** The job of a run as it is now: a drawing, or a table of the same. @internal */
export const JobGraph = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [url, setUrl] = useUrlState({ as: 'graph', vertex: '' });
  const resource = useJobResource(
    run,
    signal => api.getRunJob(run.id, { signal }),
    POLL_MILLISECONDS,
  );
  const onSelect = (vertex: string | undefined) =>
    setUrl({ vertex: vertex ?? '' });
  return (
    <JobPart
      run={run}
      resource={resource}
      title={t('job.graph.label')}
      height={420}
    >
      {job => {
        const selected = job.vertices.find(it => it.id === url.vertex);
        return (
          <>
            <div className={classes.bar}>
              <ToggleButtonGroup
                aria-label={t('pipeline.view.label')}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[url.as]}
                onSelectionChange={keys => setUrl({ as: String([...keys][0]) })}
              >
                <ToggleButton id="graph" iconStart={<RiFlowChart />}>
                  {t('pipeline.view.graph')}
                </ToggleButton>
                <ToggleButton id="table" iconStart={<RiTableLine />}>
                  {t('pipeline.view.table')}
                </ToggleButton>
              </ToggleButtonGroup>
              <LoadLegend />
            </div>
            {job.missing.length > 0 && (
              <Text as="p" variant="body-small" color="secondary">
                {t('job.graph.missing', { what: job.missing.join(', ') })}
              </Text>
            )}
            <div
              className={`${classes.body} ${readable.readable}`}
              data-as={url.as}
            >
              <div className={classes.main}>
                {url.as === 'table' ? (
                  <VertexTable
                    job={job}
                    selected={selected?.id}
                    onSelect={onSelect}
                  />
                ) : (
                  <Drawing
                    job={job}
                    selected={selected?.id}
                    onSelect={onSelect}
                  />
                )}
              </div>
              {selected && (
                <VertexDrawer
                  vertex={selected}
                  onClose={() => onSelect(undefined)}
                />
              )}
            </div>
          </>
        );
      }}
    </JobPart>
  );
};
