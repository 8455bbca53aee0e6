import { Menu, MenuItem, MenuSeparator } from '@backstage/ui';
import { MenuEntry } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { PipelineDialog } from './PipelineBar';

/** What is done with a pipeline now and then. @internal */
export const PipelineMenu = (props: {
  isRetired: boolean;
  canRetire: boolean;
  onOpen(dialog: PipelineDialog): void;
  onDiscard?: () => void;
  onExport(): void;
  onBringBack(): void;
}) => {
  const { isRetired, canRetire, onOpen, onDiscard } = props;
  const { t } = useScalephTranslation();
  return (
    <Menu>
      <MenuItem onAction={() => onOpen('versions')}>
        {t('pipeline.action.versions')}
      </MenuItem>
      <MenuEntry isDisabled={!onDiscard} onAction={onDiscard}>
        {t('views.discard.action')}
      </MenuEntry>
      <MenuItem onAction={() => onOpen('settings')}>
        {t('pipeline.action.settings')}
      </MenuItem>
      <MenuItem onAction={() => onOpen('job-settings')}>
        {t('pipeline.action.jobSettings')}
      </MenuItem>
      <MenuItem onAction={() => onOpen('help')}>
        {t('pipeline.action.help')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem onAction={props.onExport}>{t('views.archive.export')}</MenuItem>
      {isRetired ? (
        <MenuEntry isDisabled={!canRetire} onAction={props.onBringBack}>
          {t('views.retire.bringBack')}
        </MenuEntry>
      ) : (
        <MenuEntry isDisabled={!canRetire} onAction={() => onOpen('retire')}>
          {t('views.retire.action')}
        </MenuEntry>
      )}
    </Menu>
  );
};
