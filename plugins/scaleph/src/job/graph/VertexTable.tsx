import type { JobView } from '@scaleph/backstage-plugin-scaleph-common';
import { useLanguage } from '../../hooks';
import { formatDateTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { operatorsOf } from '../lib/operatorsOf';
import { LoadBar } from './LoadBar';
import { VertexFlowText } from './VertexFlowText';
import { VertexStateChip } from './VertexStateChip';
import table from '../../runs/NodesTable.module.css';
import classes from './VertexTable.module.css';

/** The graph of a job as a table: the same facts without a drawing. @internal */
export const VertexTable = (props: {
  job: JobView;
  selected?: string;
  onSelect(vertex: string): void;
}) => {
  const { job, selected, onSelect } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const label = t('job.graph.table');
  const titleOf = (id: string) => {
    const name = job.vertices.find(it => it.id === id)?.name ?? id;
    return operatorsOf(name)[0]?.short ?? name;
  };
  const feeds = (id: string) =>
    job.edges
      .filter(it => it.from === id)
      .map(it => titleOf(it.to) + (it.strategy ? ` (${it.strategy})` : ''))
      .join(', ');
  return (
    <div
      className={table.scroll}
      role="group"
      aria-label={label}
      // A box that scrolls has to be reachable by keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('job.vertex.vertex')}</th>
            <th scope="col">{t('runs.column.state')}</th>
            <th scope="col" className={table.number}>
              {t('job.vertex.parallelism')}
            </th>
            <th scope="col">{t('job.vertex.recordsIn')}</th>
            <th scope="col">{t('job.vertex.recordsOut')}</th>
            <th scope="col">{t('job.load.title')}</th>
            <th scope="col">{t('job.vertex.watermark')}</th>
            <th scope="col">{t('job.vertex.feeds')}</th>
          </tr>
        </thead>
        <tbody>
          {job.vertices.map(vertex => (
            <tr key={vertex.id} aria-selected={vertex.id === selected}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.open}
                  title={vertex.name}
                  onClick={() => onSelect(vertex.id)}
                >
                  {operatorsOf(vertex.name)
                    .map(it => it.short)
                    .join(' → ')}
                </button>
              </th>
              <td>
                <VertexStateChip state={vertex.state} />
              </td>
              <td className={table.number}>{vertex.parallelism}</td>
              <td className={classes.text}>
                <VertexFlowText
                  records={vertex.recordsIn}
                  perSecond={vertex.recordsInPerSecond}
                  bytes={vertex.bytesIn}
                />
              </td>
              <td className={classes.text}>
                <VertexFlowText
                  records={vertex.recordsOut}
                  perSecond={vertex.recordsOutPerSecond}
                  bytes={vertex.bytesOut}
                />
              </td>
              <td className={classes.load}>
                <LoadBar vertex={vertex} />
              </td>
              <td className={classes.text}>
                {vertex.watermark
                  ? formatDateTime(vertex.watermark, language)
                  : '–'}
              </td>
              <td>{feeds(vertex.id) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
