import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useScalephTranslation } from '../../translation';
import { NewPipelineWay, useNewPipelineWays } from './useNewPipelineWays';

/** The button "New pipeline" and the ways behind it. */
export const NewPipelineMenu = (props: {
  isDisabled: boolean;
  onChoose(way: NewPipelineWay['id']): void;
}) => {
  const { t } = useScalephTranslation();
  const ways = useNewPipelineWays();
  return (
    <MenuTrigger>
      <Button
        variant="primary"
        iconStart={<RiAddLine />}
        isDisabled={props.isDisabled}
      >
        {t('pages.new.title')}
      </Button>
      <Menu>
        {ways.map(way => (
          <MenuItem
            key={way.id}
            iconStart={way.icon}
            href={way.href}
            onAction={way.href ? undefined : () => props.onChoose(way.id)}
          >
            {way.title}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
