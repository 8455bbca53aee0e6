import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Select, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { parseDataSourceRef } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  ConnectorSummary,
  DataSource,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useState } from 'react';
import { ConnectorIcon } from '../../components';
import { HealthChip } from '../../data-sources/HealthChip';
import { useDataSourceTypes } from '../../data-sources/useDataSourceTypes';
import { useTypeLook } from '../../registrations/useTypeLook';
import { useScalephTranslation } from '../../translation';
import classes from './DataSourceField.module.css';
import { FieldNote } from './fields/FieldNote';

const CreateDataSourceDialog = lazy(
  () => import('../../data-sources/CreateDataSourceDialog'),
);

const NONE = '\u0000none';

type Health = 'healthy' | 'unhealthy' | 'untested';

function healthOf({ lastTest }: DataSource): Health {
  if (!lastTest) return 'untested';
  return lastTest.ok ? 'healthy' : 'unhealthy';
}

/** The icon of a type with a dot for how the last test went; the words stand beside it. */
const TypeIcon = (props: { icon: string; health?: Health }) => (
  <span className={classes.icon}>
    <ConnectorIcon icon={props.icon} size={18} />
    {props.health && (
      <span className={`${classes.dot} ${classes[props.health]}`} aria-hidden />
    )}
  </span>
);

/** Chooses the data source of a node among those that its connector can use, or makes one. @internal */
export const DataSourceField = (props: {
  connector: Pick<ConnectorSummary, 'dataSourceTypes' | 'dataSourceRequired'>;
  dataSources: DataSource[] | undefined;
  value: string | undefined;
  error?: string;
  readOnly: boolean;
  onChange(dataSource: string | undefined): void;
  /** A data source was made. */
  onCreated(): void;
}) => {
  const { connector, dataSources, value, error, readOnly, onChange } = props;
  const { dataSourceTypes, dataSourceRequired } = connector;
  const { t } = useScalephTranslation();
  const lookOf = useTypeLook(useDataSourceTypes().value);
  const [isCreating, setCreating] = useState(false);
  const name = value && parseDataSourceRef(value);
  const fitting = (dataSources ?? []).filter(it =>
    dataSourceTypes.includes(it.type),
  );
  const chosen = dataSources?.find(it => it.name === name);
  const options = fitting.map(it => ({
    id: it.name,
    label: it.title ?? it.name,
    description: `${it.location} · ${t(`dataSources.${healthOf(it)}`)}`,
    leadingIcon: <TypeIcon icon={lookOf(it.type).icon} health={healthOf(it)} />,
  }));
  // What the document says stays visible even when it is not there (any more).
  if (name && !fitting.some(it => it.name === name)) {
    options.push({
      id: name,
      label: name,
      description: '',
      leadingIcon: <TypeIcon icon="database" />,
    });
  }
  if (!dataSourceRequired) {
    options.unshift({
      id: NONE,
      label: t('nodeForm.dataSource.none'),
      description: '',
      leadingIcon: <span className={classes.icon} />,
    });
  }
  return (
    <div>
      <Select
        size="small"
        label={t('nodeForm.dataSource.label')}
        secondaryLabel={dataSourceRequired ? t('common.required') : undefined}
        isRequired={dataSourceRequired}
        isDisabled={readOnly}
        isInvalid={error !== undefined}
        options={options}
        search={
          options.length > 8 ? { placeholder: t('common.search') } : undefined
        }
        loading={dataSources ? undefined : { state: 'loading' }}
        placeholder={t('nodeForm.dataSource.choose')}
        value={name ?? (dataSourceRequired ? null : NONE)}
        onChange={key =>
          onChange(key === null || key === NONE ? undefined : String(key))
        }
      />
      {error && <FieldNote>{error}</FieldNote>}
      <div className={classes.more}>
        {chosen && (
          <>
            <HealthChip test={chosen.lastTest} />
            <Text variant="body-small">
              <EntityRefLink
                entityRef={chosen.entityRef}
                hideIcon
                target="_blank"
              >
                {t('nodeForm.dataSource.open')}
              </EntityRefLink>
            </Text>
          </>
        )}
        {!readOnly && (
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine />}
            onPress={() => setCreating(true)}
          >
            {t('nodeForm.dataSource.create')}
          </Button>
        )}
      </div>
      {isCreating && (
        <Suspense fallback={null}>
          <CreateDataSourceDialog
            types={dataSourceTypes}
            onCreated={created => {
              setCreating(false);
              props.onCreated();
              onChange(created);
            }}
            onClose={() => setCreating(false)}
          />
        </Suspense>
      )}
    </div>
  );
};
