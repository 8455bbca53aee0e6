import { Button, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  RiAddLine,
  RiCodeSSlashLine,
  RiFileListLine,
  RiFlowChart,
  RiTableLine,
} from '@remixicon/react';
import { useScalephTranslation } from '../translation';
import classes from './PipelineEditor.module.css';

/** How the draft is shown. @internal */
export type PipelineViewName = 'graph' | 'yaml' | 'table' | 'plan';

const VIEWS = [
  { id: 'graph', icon: <RiFlowChart /> },
  { id: 'yaml', icon: <RiCodeSSlashLine /> },
  { id: 'table', icon: <RiTableLine /> },
  { id: 'plan', icon: <RiFileListLine /> },
] as const;

/** Switches between the views of one draft. @internal */
export const ViewSwitch = (props: {
  view: PipelineViewName;
  onView(view: PipelineViewName): void;
  /** Offers to add a node. */
  onAdd?: () => void;
}) => {
  const { t } = useScalephTranslation();
  return (
    <div className={classes.views}>
      <ToggleButtonGroup
        aria-label={t('pipeline.view.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.view]}
        onSelectionChange={keys => {
          const [view] = [...keys];
          props.onView(view as PipelineViewName);
        }}
      >
        {VIEWS.map(({ id, icon }) => (
          <ToggleButton key={id} id={id} iconStart={icon}>
            {t(`pipeline.view.${id}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {props.onAdd && (
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={props.onAdd}
        >
          {t('pipeline.action.add')}
        </Button>
      )}
    </div>
  );
};
