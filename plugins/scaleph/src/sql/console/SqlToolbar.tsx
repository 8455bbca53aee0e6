import {
  Button,
  ButtonIcon,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiBookmarkLine,
  RiHistoryLine,
  RiLayoutLeftLine,
  RiMoreLine,
  RiNodeTree,
  RiPlayLine,
  RiSaveLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { ActionButton } from '../../pipeline/bar/ActionButton';
import { useScalephTranslation } from '../../translation';
import classes from './SqlConsole.module.css';

/** What the toolbar can open. */
export type SqlDialog =
  | 'session'
  | 'newSession'
  | 'history'
  | 'queries'
  | 'save'
  | 'pipeline'
  | 'environments'
  | 'variables'
  | 'shortcuts';

export interface SqlToolbarProps {
  /** Why nothing can be run now. */
  reason?: string;
  isRunning: boolean;
  canExplain: boolean;
  isFlink: boolean;
  treeShown: boolean;
  queryTitle?: string;
  stopOnError: boolean;
  onTree(): void;
  onRun(): void;
  onRunAll(): void;
  onPreview(): void;
  onStop(): void;
  onExplain(): void;
  onCheck(): void;
  onFormat(): void;
  onStopOnError(): void;
  onOpen(dialog: SqlDialog): void;
}

/** Run and stop on the left; history, saved queries and more on the right. */
export const SqlToolbar = (props: SqlToolbarProps) => {
  const { reason, isRunning, canExplain, isFlink, onOpen } = props;
  const { t } = useScalephTranslation();
  return (
    <div
      className={classes.toolbar}
      role="toolbar"
      aria-label={t('sql.toolbar')}
    >
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiLayoutLeftLine />}
        aria-label={t('sql.tree.toggle')}
        aria-pressed={props.treeShown}
        onPress={props.onTree}
      />
      <ActionButton
        size="small"
        variant="primary"
        iconStart={<RiPlayLine />}
        reason={reason}
        onPress={props.onRun}
      >
        {t('sql.action.run')}
      </ActionButton>
      <ActionButton
        size="small"
        variant="secondary"
        reason={reason}
        onPress={props.onRunAll}
      >
        {t('sql.action.runAll')}
      </ActionButton>
      {isRunning && (
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiStopCircleLine />}
          onPress={props.onStop}
        >
          {t('sql.action.stopAll')}
        </Button>
      )}
      {canExplain && (
        <ActionButton
          size="small"
          variant="tertiary"
          iconStart={<RiNodeTree />}
          reason={reason}
          onPress={props.onExplain}
        >
          {t('sql.action.explain')}
        </ActionButton>
      )}
      <div className={classes.toolbarEnd}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiSaveLine />}
          aria-label={t('sql.action.save')}
          onPress={() => onOpen('save')}
        />
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiBookmarkLine />}
          aria-label={t('sql.queries.title')}
          onPress={() => onOpen('queries')}
        />
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiHistoryLine />}
          aria-label={t('sql.history.title')}
          onPress={() => onOpen('history')}
        />
        <MenuTrigger>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiMoreLine />}
            aria-label={t('sql.action.more')}
          />
          <Menu>
            <MenuItem onAction={props.onFormat}>
              {t('sql.action.format')}
            </MenuItem>
            {canExplain && (
              <MenuItem onAction={props.onCheck}>
                {t('sql.action.check')}
              </MenuItem>
            )}
            {isFlink && (
              <MenuItem onAction={props.onPreview}>
                {t('sql.action.preview')}
              </MenuItem>
            )}
            <MenuItem onAction={props.onStopOnError}>
              {props.stopOnError
                ? t('sql.action.goOnAfterError')
                : t('sql.action.stopOnError')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem onAction={() => onOpen('variables')}>
              {t('sql.variables.title')}
            </MenuItem>
            {isFlink && (
              <MenuItem onAction={() => onOpen('pipeline')}>
                {t('sql.pipeline.title')}
              </MenuItem>
            )}
            {isFlink && (
              <MenuItem onAction={() => onOpen('environments')}>
                {t('sql.environments.title')}
              </MenuItem>
            )}
            <MenuItem onAction={() => onOpen('shortcuts')}>
              {t('sql.shortcuts.title')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      </div>
    </div>
  );
};
