import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { Fragment } from 'react';
import { Duration, NodeStateChip, RowCount } from '../components';
import { useScalephTranslation } from '../translation';
import classes from './NodesTable.module.css';

/** The counters of each node, in the order of the document. @internal */
export const NodesTable = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={t('runs.nodes.label')}
      // A box that scrolls has to be reachable by keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={t('runs.nodes.label')}>
        <thead>
          <tr>
            <th scope="col">{t('runs.nodes.node')}</th>
            <th scope="col">{t('runs.nodes.state')}</th>
            <th scope="col" className={classes.number}>
              {t('runs.nodes.rowsIn')}
            </th>
            <th scope="col" className={classes.number}>
              {t('runs.nodes.rowsOut')}
            </th>
            <th scope="col" className={classes.number}>
              {t('runs.nodes.duration')}
            </th>
          </tr>
        </thead>
        <tbody>
          {run.nodes.map(node => (
            <Fragment key={node.node}>
              <tr>
                <th scope="row">{node.node}</th>
                <td>
                  <NodeStateChip state={node.state} reason={node.error} />
                </td>
                <td className={classes.number}>
                  <RowCount count={node.rowsIn} />
                </td>
                <td className={classes.number}>
                  <RowCount count={node.rowsOut} />
                </td>
                <td className={classes.number}>
                  <Duration
                    from={node.startedAt}
                    to={node.endedAt ?? run.endedAt}
                  />
                </td>
              </tr>
              {node.error && (
                <tr className={classes.error}>
                  <td colSpan={5}>{node.error}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
};
