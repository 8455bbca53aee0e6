import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiMore2Line,
  RiPlayLine,
  RiShareForwardLine,
} from '@remixicon/react';
import type { PipelineSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { DangerMenuItem, MenuEntry } from '../../components';
import { useScalephTranslation } from '../../translation';

/** What one can do with a pipeline in the list. */
export const PipelineRowMenu = (props: {
  pipeline: PipelineSummary;
  href: string;
  onRun(): void;
  onDelete(): void;
}) => {
  const { t } = useScalephTranslation();
  const { pipeline } = props;
  const name = pipeline.title ?? pipeline.name;
  const isPublished = pipeline.publishedVersion !== undefined;
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={t('common.action.more', { name })}
      />
      <Menu>
        <MenuItem iconStart={<RiShareForwardLine />} href={props.href}>
          {t('pages.pipelines.open')}
        </MenuItem>
        <MenuEntry
          iconStart={<RiPlayLine />}
          isDisabled={!isPublished}
          onAction={props.onRun}
        >
          {isPublished
            ? t('pages.pipelines.run', {
                version: String(pipeline.publishedVersion),
              })
            : t('pages.pipelines.runUnpublished')}
        </MenuEntry>
        <DangerMenuItem
          iconStart={<RiDeleteBinLine />}
          onAction={props.onDelete}
        >
          {t('common.action.delete')}
        </DangerMenuItem>
      </Menu>
    </MenuTrigger>
  );
};
