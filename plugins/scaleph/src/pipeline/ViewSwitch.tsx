import {
  Button,
  ButtonIcon,
  ToggleButton,
  ToggleButtonGroup,
  Tooltip,
  TooltipTrigger,
} from '@backstage/ui';
import {
  RiAddLine,
  RiArchiveLine,
  RiCodeSSlashLine,
  RiDatabase2Line,
  RiExchangeLine,
  RiFileListLine,
  RiFlowChart,
  RiFullscreenExitLine,
  RiFullscreenLine,
  RiLayoutColumnLine,
  RiTableLine,
} from '@remixicon/react';
import type { PipelineType } from '@scaleph/backstage-plugin-scaleph-common';
import { memo } from 'react';
import { useScalephTranslation } from '../translation';
import classes from './PipelineEditor.module.css';

/** How the draft is shown. @internal */
export type PipelineViewName = 'graph' | 'split' | 'yaml' | 'table' | 'plan';

const VIEWS = [
  { id: 'graph', icon: <RiFlowChart /> },
  { id: 'split', icon: <RiLayoutColumnLine /> },
  { id: 'yaml', icon: <RiCodeSSlashLine /> },
  { id: 'table', icon: <RiTableLine /> },
  { id: 'plan', icon: <RiFileListLine /> },
] as const;

const DEFINITIONS = {
  'flink-sql': { label: 'sql', icon: <RiDatabase2Line /> },
  'flink-jar': { label: 'jar', icon: <RiArchiveLine /> },
  'flink-cdc': { label: 'cdc', icon: <RiExchangeLine /> },
} as const;

type Definition = (typeof DEFINITIONS)[keyof typeof DEFINITIONS];

function definitionOf(type: PipelineType): Definition | undefined {
  return type in DEFINITIONS
    ? DEFINITIONS[type as keyof typeof DEFINITIONS]
    : undefined;
}

/** Switches between the views of one draft. @internal */
export const ViewSwitch = memo(
  (props: {
    type: PipelineType;
    view: PipelineViewName;
    /** There is no room for two views side by side. */
    isNarrow: boolean;
    /** It has the whole page. */
    isFull: boolean;
    onFull(): void;
    onView(view: PipelineViewName): void;
    /** Offers to add a node. */
    onAdd?: () => void;
  }) => {
    const { t } = useScalephTranslation();
    const definition = definitionOf(props.type);
    // Where there is no graph, its place is the definition's.
    const views = VIEWS.filter(
      ({ id }) =>
        (id !== 'table' || !definition) && (id !== 'split' || !props.isNarrow),
    );
    const labelOf = (id: PipelineViewName) => {
      if (id === 'split') {
        return t('views.split.label');
      }
      return definition && id === 'graph'
        ? t(`pipeline.view.${definition.label}`)
        : t(`pipeline.view.${id}`);
    };
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
          {views.map(({ id, icon }) => (
            <ToggleButton
              key={id}
              id={id}
              iconStart={definition && id === 'graph' ? definition.icon : icon}
            >
              {labelOf(id)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <div className={classes.viewActions}>
          {props.onAdd && props.isNarrow && (
            <ButtonIcon
              size="small"
              variant="secondary"
              icon={<RiAddLine />}
              aria-label={t('pipeline.action.add')}
              onPress={props.onAdd}
            />
          )}
          {props.onAdd && !props.isNarrow && (
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiAddLine />}
              onPress={props.onAdd}
            >
              {t('pipeline.action.add')}
            </Button>
          )}
          <TooltipTrigger>
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={
                props.isFull ? <RiFullscreenExitLine /> : <RiFullscreenLine />
              }
              aria-label={t(
                props.isFull
                  ? 'pipeline.action.shrink'
                  : 'pipeline.action.full',
              )}
              aria-keyshortcuts="Shift+F"
              onPress={props.onFull}
            />
            <Tooltip>
              {t(
                props.isFull
                  ? 'pipeline.action.shrink'
                  : 'pipeline.action.full',
              )}
            </Tooltip>
          </TooltipTrigger>
        </div>
      </div>
    );
  },
);
