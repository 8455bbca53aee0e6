import { Checkbox } from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import { NodeStateChip, RowCount } from '../../components';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { RenameDialog } from '../dialogs/RenameDialog';
import type { GraphActions } from '../hooks/useGraphActions';
import type { NodePlace } from '../lib/editGraph';
import { localize } from '../lib/localize';
import type { PipelineFlowNode } from '../lib/toFlowGraph';
import { toGraphRows } from '../lib/toGraphRows';
import { CommentList } from './CommentList';
import { RowMenu } from './RowMenu';
import classes from './GraphTable.module.css';

/** @internal */
export interface GraphTableProps {
  document: PipelineDocument;
  nodes: PipelineFlowNode[];
  selected?: string;
  picked: ReadonlySet<string>;
  /** What can be changed; absent where nothing can. */
  graph?: GraphActions;
  onSelect(node: string): void;
  onPick(ids: string[]): void;
  onAdd(place: NodePlace): void;
  onConnectTo(node: string): void;
}

/** The graph as a table, for everyone who does not see or like the drawing: with everything that the drawing can do. @internal */
const GraphTable = (props: GraphTableProps) => {
  const { document, nodes, selected, picked, graph, onSelect, onPick } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const [renaming, setRenaming] = useState<string>();
  const byId = useMemo(
    () => new Map(nodes.map(node => [node.id, node])),
    [nodes],
  );
  const places = useMemo(
    () =>
      Object.fromEntries(
        nodes.map(({ id, position: { x, y } }): [string, [number, number]] => [
          id,
          [x, y],
        ]),
      ),
    [nodes],
  );
  const rows = useMemo(() => toGraphRows(document, places), [document, places]);
  const none = t('pipeline.table.none');
  const withRun = nodes.some(it => it.data.metrics);
  const toggle = (id: string, isPicked: boolean) =>
    onPick(
      isPicked ? [...picked, id] : [...picked].filter(other => other !== id),
    );
  return (
    <div className={classes.wrapper}>
      <table className={classes.table} aria-label={t('pipeline.table.label')}>
        <thead>
          <tr>
            <th scope="col">{t('canvas.table.pick')}</th>
            <th scope="col">{t('pipeline.table.node')}</th>
            <th scope="col">{t('pipeline.table.connector')}</th>
            <th scope="col">{t('pipeline.table.essential')}</th>
            <th scope="col">{t('pipeline.table.inputs')}</th>
            <th scope="col">{t('pipeline.table.outputs')}</th>
            <th scope="col">{t('pipeline.table.problems')}</th>
            {withRun && <th scope="col">{t('pipeline.table.run')}</th>}
            {graph && <th scope="col">{t('canvas.table.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const data = byId.get(row.id)?.data;
            const { metrics, connector } = data ?? {};
            return (
              <tr
                key={row.id}
                aria-selected={row.id === selected || picked.has(row.id)}
              >
                <td>
                  <Checkbox
                    aria-label={t('canvas.table.pickNode', { node: row.id })}
                    isSelected={picked.has(row.id)}
                    onChange={isPicked => toggle(row.id, isPicked)}
                  />
                </td>
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
                <td className={classes.essential}>{data?.essential}</td>
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
                {graph && data && (
                  <td>
                    <RowMenu
                      row={row}
                      rows={rows}
                      data={data}
                      places={places}
                      graph={graph}
                      onAdd={props.onAdd}
                      onConnectTo={props.onConnectTo}
                      onRename={setRenaming}
                    />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <CommentList document={document} graph={graph} />
      {graph && (
        <RenameDialog
          node={renaming}
          document={document}
          onRename={graph.rename}
          onClose={() => setRenaming(undefined)}
        />
      )}
    </div>
  );
};

// React.lazy wants a default export.
export default GraphTable;
