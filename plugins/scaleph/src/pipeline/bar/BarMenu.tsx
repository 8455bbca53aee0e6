import { ButtonIcon, MenuTrigger } from '@backstage/ui';
import { RiMoreLine } from '@remixicon/react';
import { memo } from 'react';
import type { ComponentProps } from 'react';
import { useScalephTranslation } from '../../translation';
import { PipelineMenu } from './PipelineMenu';

/** The button at the end of the bar, with its menu. @internal */
export const BarMenu = memo((props: ComponentProps<typeof PipelineMenu>) => {
  const { t } = useScalephTranslation();
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="tertiary"
        icon={<RiMoreLine />}
        aria-label={t('pipeline.action.more')}
      />
      <PipelineMenu {...props} />
    </MenuTrigger>
  );
});
