import { NodeStateChip, RowCount } from '../components';
import { useLanguage } from '../hooks';
import { useScalephTranslation } from '../translation';
import { localize } from './lib/localize';
import type { PipelineFlowNode } from './lib/toFlowGraph';
import { toGraphRows } from './lib/toGraphRows';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import classes from './GraphTable.module.css';

/** The graph as a table, for everyone who does not see or like the drawing. @internal */
export const GraphTable = (props: {
  document: PipelineDocument;
  nodes: PipelineFlowNode[];
  selected?: string;
  onSelect(node: string): void;
}) => {
  const { document, nodes, selected, onSelect } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const none = t('pipeline.table.none');
  const withRun = nodes.some(it => it.data.metrics);
  return (
    <div className={classes.wrapper}>
      <table className={classes.table} aria-label={t('pipeline.table.label')}>
        <thead>
          <tr>
            <th scope="col">{t('pipeline.table.node')}</th>
            <th scope="col">{t('pipeline.table.connector')}</th>
            <th scope="col">{t('pipeline.table.essential')}</th>
            <th scope="col">{t('pipeline.table.inputs')}</th>
            <th scope="col">{t('pipeline.table.outputs')}</th>
            <th scope="col">{t('pipeline.table.problems')}</th>
            {withRun && <th scope="col">{t('pipeline.table.run')}</th>}
          </tr>
        </thead>
        <tbody>
          {toGraphRows(document).map(row => {
            const data = nodes.find(it => it.id === row.id)?.data;
            const { metrics, connector } = data ?? {};
            return (
              <tr key={row.id} aria-selected={row.id === selected}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.open}
                    onClick={() => onSelect(row.id)}
                  >
                    {row.id}
                  </button>
                </th>
                <td>
                  {connector
                    ? localize(connector.title, language)
                    : data?.node.connector}
                </td>
                <td>{data?.essential}</td>
                <td>{row.inputs.join(', ') || none}</td>
                <td>{row.outputs.join(', ') || none}</td>
                <td>{data ? data.errors + data.warnings : 0}</td>
                {withRun && (
                  <td>
                    {metrics && (
                      <>
                        <NodeStateChip state={metrics.state} />{' '}
                        <RowCount count={metrics.rowsOut} />
                      </>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
