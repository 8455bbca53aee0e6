import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiEditLine,
  RiExternalLinkLine,
  RiMore2Line,
  RiPulseLine,
  RiShareForwardLine,
} from '@remixicon/react';
import { editTargetRouteRef } from '../routes';
import { DangerMenuItem } from '../components';
import { useScalephTranslation } from '../translation';
import { RegisteredTarget } from './lib/registrationOf';
import { useOpenUi } from './useOpenUi';

export interface TargetActions {
  onTest(target: RegisteredTarget): void;
  onDelete(target: RegisteredTarget): void;
}

/** What one can do with a registered target in the list. */
export const TargetMenu = (
  props: TargetActions & { target: RegisteredTarget },
) => {
  const { t } = useScalephTranslation();
  const editHref = useRouteRef(editTargetRouteRef);
  const linkOf = useEntityRefLink();
  const { target, onTest, onDelete } = props;
  const { name, title, registered } = target;
  const openUi = useOpenUi(name);
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={t('common.action.more', { name: title })}
      />
      <Menu>
        {!registered.readOnly && (
          <MenuItem iconStart={<RiEditLine />} href={editHref({ name })}>
            {t('targets.action.edit')}
          </MenuItem>
        )}
        <MenuItem iconStart={<RiPulseLine />} onAction={() => onTest(target)}>
          {t('dataSources.test.button')}
        </MenuItem>
        <MenuItem iconStart={<RiExternalLinkLine />} onAction={openUi}>
          {t('targets.action.ui')}
        </MenuItem>
        <MenuItem
          iconStart={<RiShareForwardLine />}
          href={linkOf(registered.entityRef)}
        >
          {t('targets.action.catalog')}
        </MenuItem>
        {!registered.readOnly && (
          <DangerMenuItem
            iconStart={<RiDeleteBinLine />}
            onAction={() => onDelete(target)}
          >
            {t('targets.delete.confirm')}
          </DangerMenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
};
