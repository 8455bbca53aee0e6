import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ConfirmDialog } from '../components';
import { useScalephTranslation } from '../translation';
import { UsedBy } from './UsedBy';

/** Says what is lost, or which pipelines still need it. */
export const DeleteDataSourceDialog = (props: {
  dataSource: DataSource;
  onDeleted(): void;
  onClose(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { dataSource, onDeleted, onClose } = props;
  const { name, usedBy } = dataSource;
  return (
    <ConfirmDialog
      isOpen
      destructive
      title={t('dataSources.delete.title', { name })}
      confirmLabel={t('common.action.delete')}
      isBlocked={usedBy.length > 0}
      onConfirm={async () => {
        await api.deleteDataSource(name, { ifMatch: dataSource.etag });
        onDeleted();
      }}
      onClose={onClose}
    >
      {usedBy.length > 0 ? (
        <Flex direction="column" gap="2">
          <Text>{t('dataSources.delete.used')}</Text>
          <UsedBy pipelines={usedBy} />
        </Flex>
      ) : (
        <Text>{t('dataSources.delete.unused')}</Text>
      )}
    </ConfirmDialog>
  );
};
