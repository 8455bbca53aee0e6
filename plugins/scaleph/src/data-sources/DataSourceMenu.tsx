import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiEditLine,
  RiMore2Line,
  RiPulseLine,
  RiShareForwardLine,
  RiTable2,
} from '@remixicon/react';
import type { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { editDataSourceRouteRef } from '../routes';
import { DangerMenuItem } from '../components';
import { useScalephTranslation } from '../translation';

export interface DataSourceActions {
  onTest(dataSource: DataSource): void;
  onDelete(dataSource: DataSource): void;
}

/** What one can do with a data source in the list. */
export const DataSourceMenu = (
  props: DataSourceActions & { dataSource: DataSource },
) => {
  const { t } = useScalephTranslation();
  const editHref = useRouteRef(editDataSourceRouteRef);
  const linkOf = useEntityRefLink();
  const { dataSource, onTest, onDelete } = props;
  const name = dataSource.title ?? dataSource.name;
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={t('common.action.more', { name })}
      />
      <Menu>
        <MenuItem
          iconStart={<RiEditLine />}
          href={editHref({ name: dataSource.name })}
        >
          {t('dataSources.action.edit')}
        </MenuItem>
        <MenuItem
          iconStart={<RiPulseLine />}
          onAction={() => onTest(dataSource)}
        >
          {t('dataSources.test.button')}
        </MenuItem>
        <MenuItem
          iconStart={<RiTable2 />}
          href={`${linkOf(dataSource.entityRef)}/data`}
        >
          {t('browse.action')}
        </MenuItem>
        <MenuItem
          iconStart={<RiShareForwardLine />}
          href={linkOf(dataSource.entityRef)}
        >
          {t('dataSources.action.catalog')}
        </MenuItem>
        <DangerMenuItem
          iconStart={<RiDeleteBinLine />}
          onAction={() => onDelete(dataSource)}
        >
          {t('common.action.delete')}
        </DangerMenuItem>
      </Menu>
    </MenuTrigger>
  );
};
