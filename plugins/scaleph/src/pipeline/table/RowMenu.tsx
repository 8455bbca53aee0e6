import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMoreLine } from '@remixicon/react';
import { DangerMenuItem, MenuEntry } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import type { NodePlace } from '../lib/editGraph';
import type { Places } from '../lib/layoutPipeline';
import type { PipelineNodeData } from '../lib/toFlowGraph';
import { swapPlaces } from '../lib/toGraphRows';
import type { GraphRow } from '../lib/toGraphRows';

/** What can be done to the node of a row. @internal */
export const RowMenu = (props: {
  row: GraphRow;
  rows: GraphRow[];
  data: PipelineNodeData;
  places: Places;
  graph: GraphActions;
  onAdd(place: NodePlace): void;
  onConnectTo(node: string): void;
  onRename(node: string): void;
}) => {
  const { row, rows, data, places, graph } = props;
  const { id } = row;
  const { t } = useScalephTranslation();
  const up = swapPlaces(rows, places, id, -1);
  const down = swapPlaces(rows, places, id, 1);
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMoreLine />}
        aria-label={t('common.action.more', { name: id })}
      />
      <Menu>
        {data.hasOutput && (
          <MenuItem onAction={() => props.onAdd({ after: id })}>
            {t('canvas.table.addAfter')}
          </MenuItem>
        )}
        {data.hasInput && (
          <MenuItem onAction={() => props.onAdd({ before: id })}>
            {t('canvas.table.addBefore')}
          </MenuItem>
        )}
        {data.hasOutput && (
          <MenuItem onAction={() => props.onConnectTo(id)}>
            {t('canvas.table.connect')}
          </MenuItem>
        )}
        <MenuItem onAction={() => props.onRename(id)}>
          {t('canvas.table.rename')}
        </MenuItem>
        <MenuItem onAction={() => graph.duplicate([id])}>
          {t('canvas.selection.duplicate')}
        </MenuItem>
        <MenuEntry
          isDisabled={!Object.keys(up).length}
          onAction={() => graph.move(up)}
        >
          {t('canvas.table.up')}
        </MenuEntry>
        <MenuEntry
          isDisabled={!Object.keys(down).length}
          onAction={() => graph.move(down)}
        >
          {t('canvas.table.down')}
        </MenuEntry>
        <DangerMenuItem onAction={() => graph.remove([id])}>
          {t('common.action.delete')}
        </DangerMenuItem>
      </Menu>
    </MenuTrigger>
  );
};
