import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { JobVertex } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode } from 'react';
import { Duration, RelativeTime } from '../../components';
import { useLanguage } from '../../hooks';
import { formatDateTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { operatorsOf } from '../lib/operatorsOf';
import { taskCounts } from '../lib/vertexLook';
import { LoadBar } from './LoadBar';
import { VertexFlowText } from './VertexFlowText';
import { VertexStateChip } from './VertexStateChip';
import drawer from '../../pipeline/drawer/NodeDrawer.module.css';
import classes from './VertexDrawer.module.css';

const Fact = (props: { name: string; children: ReactNode }) => (
  <div>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** Everything about a vertex, beside the graph. @internal */
export const VertexDrawer = (props: { vertex: JobVertex; onClose(): void }) => {
  const { vertex, onClose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const operators = operatorsOf(vertex.name);
  const title = operators[0]?.short ?? vertex.name;
  return (
    <aside
      className={drawer.drawer}
      aria-label={t('job.vertex.drawer', { name: title })}
    >
      <div className={drawer.head}>
        <div className={drawer.title}>
          <Text as="h3" variant="title-x-small">
            {title}
          </Text>
        </div>
        <ButtonIcon
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('common.action.close')}
          onPress={onClose}
        />
      </div>
      <div
        className={drawer.body}
        role="group"
        aria-label={title}
        // A box that scrolls has to be reachable by keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className={classes.states}>
          {taskCounts(vertex.tasks).map(({ state, count }) => (
            <VertexStateChip key={state} state={state} count={count} />
          ))}
        </div>
        <LoadBar vertex={vertex} long />
        <dl className={classes.facts}>
          <Fact name={t('job.vertex.parallelism')}>
            {vertex.parallelism}
            {vertex.maxParallelism !== undefined &&
              ` (${t('job.vertex.atMost', {
                max: String(vertex.maxParallelism),
              })})`}
          </Fact>
          <Fact name={t('job.vertex.recordsIn')}>
            <VertexFlowText
              records={vertex.recordsIn}
              perSecond={vertex.recordsInPerSecond}
              bytes={vertex.bytesIn}
            />
          </Fact>
          <Fact name={t('job.vertex.recordsOut')}>
            <VertexFlowText
              records={vertex.recordsOut}
              perSecond={vertex.recordsOutPerSecond}
              bytes={vertex.bytesOut}
            />
          </Fact>
          <Fact name={t('job.vertex.watermark')}>
            {vertex.watermark
              ? formatDateTime(vertex.watermark, language)
              : t('job.vertex.noWatermark')}
          </Fact>
          {vertex.startedAt && (
            <Fact name={t('runs.column.started')}>
              <RelativeTime at={vertex.startedAt} />
            </Fact>
          )}
          <Fact name={t('runs.column.duration')}>
            <Duration from={vertex.startedAt} to={vertex.endedAt} />
          </Fact>
        </dl>
        <section aria-label={t('job.vertex.operators')}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('job.vertex.operators')}
          </Text>
          <ol className={classes.operators}>
            {operators.map((operator, index) => (
              // Two operators of a chain may have one name.
              // eslint-disable-next-line react/no-array-index-key
              <li key={index}>
                <code>{operator.full}</code>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </aside>
  );
};
