import { Link, Select, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { parseDataSourceRef } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  ConnectorInfo,
  DataSource,
} from '@scaleph/backstage-plugin-scaleph-common';
import { newDataSourceRouteRef } from '../../routes';
import { useScalephTranslation } from '../../translation';

const NONE = '\u0000none';

/** Chooses the data source of a node among those that its connector can use. @internal */
export const DataSourceField = (props: {
  connector: ConnectorInfo;
  dataSources: DataSource[] | undefined;
  value: string | undefined;
  error?: string;
  readOnly: boolean;
  onChange(dataSource: string | undefined): void;
}) => {
  const { connector, dataSources, value, error, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const newLink = useRouteRef(newDataSourceRouteRef);
  const name = value && parseDataSourceRef(value);
  const fitting = (dataSources ?? []).filter(it =>
    connector.dataSourceTypes.includes(it.type),
  );
  const options = fitting.map(it => ({
    id: it.name,
    label: it.title ?? it.name,
    description: it.location,
  }));
  // What the document says stays visible even when it is not there (any more).
  if (name && !fitting.some(it => it.name === name)) {
    options.push({ id: name, label: name, description: '' });
  }
  if (!connector.dataSourceRequired) {
    options.unshift({
      id: NONE,
      label: t('pipeline.drawer.noDataSource'),
      description: '',
    });
  }
  return (
    <div>
      <Select
        label={t('pipeline.drawer.dataSource')}
        isRequired={connector.dataSourceRequired}
        isDisabled={readOnly}
        isInvalid={error !== undefined}
        options={options}
        placeholder={t('pipeline.drawer.chooseDataSource')}
        value={name ?? null}
        onChange={key =>
          onChange(key === null || key === NONE ? undefined : String(key))
        }
      />
      {error && (
        <Text as="p" variant="body-small" color="danger">
          {error}
        </Text>
      )}
      {newLink && !readOnly && (
        <Text as="p" variant="body-small">
          <Link href={newLink()} variant="body-small">
            {t('pipeline.drawer.newDataSource')}
          </Link>
        </Text>
      )}
    </div>
  );
};
