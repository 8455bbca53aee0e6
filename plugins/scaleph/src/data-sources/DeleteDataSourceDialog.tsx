import { useApi } from '@backstage/core-plugin-api';
import { Checkbox, Flex, Text } from '@backstage/ui';
import type { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import { ConfirmDialog } from '../components';
import { useApiResource } from '../hooks';
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
  const [givesUp, setGivesUp] = useState(false);
  const { onDeleted, onClose } = props;
  const { name } = props.dataSource;
  // What uses it may be another since the list was read.
  const { value } = useApiResource(
    signal => api.getDataSource(name, { signal }),
    [api, name],
  );
  const dataSource = value ?? props.dataSource;
  const { usedBy, usedByOthers = 0 } = dataSource;
  const isUsed = usedBy.length + usedByOthers > 0;
  // Whether others need it now is told by the server alone.
  const isNeeded = usedBy.some(
    ({ draft, newest, runs }) => draft || newest || runs.length > 0,
  );
  return (
    <ConfirmDialog
      isOpen
      destructive
      title={t('dataSources.delete.title', { name })}
      confirmLabel={t('common.action.delete')}
      isBlocked={isNeeded || (isUsed && !givesUp)}
      onConfirm={async () => {
        await api.deleteDataSource(name, {
          ifMatch: props.dataSource.etag,
          ...(givesUp && { olderVersions: 'ignore' }),
        });
        onDeleted();
      }}
      onClose={onClose}
    >
      {isUsed ? (
        <Flex direction="column" gap="2">
          <Text>
            {isNeeded
              ? t('dataSources.delete.used')
              : t('dataSources.delete.usedBefore')}
          </Text>
          <UsedBy dataSource={dataSource} />
          {!isNeeded && (
            <Checkbox isSelected={givesUp} onChange={setGivesUp}>
              {t('dataSources.delete.giveUp')}
            </Checkbox>
          )}
        </Flex>
      ) : (
        <Text>{t('dataSources.delete.unused')}</Text>
      )}
    </ConfirmDialog>
  );
};
