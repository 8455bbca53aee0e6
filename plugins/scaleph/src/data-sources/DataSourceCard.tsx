import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  ANNOTATION_DATA_SOURCE,
  DataSource,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ErrorPanel, RelativeTime, surfaceClass } from '../components';
import { useApiResource, useSignalRefresh } from '../hooks';
import { editDataSourceRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { HealthChip } from './HealthChip';
import { UsedBy } from './UsedBy';
import { useConnectionTest } from '../registrations/useConnectionTest';
import { useDataSourceTypes } from './useDataSourceTypes';
import { useTypeLook } from '../registrations/useTypeLook';
import classes from './DataSourceCard.module.css';

const Facts = ({ dataSource }: { dataSource: DataSource }) => {
  const { t } = useScalephTranslation();
  const lookOf = useTypeLook(useDataSourceTypes().value);
  const { type, location, lastTest } = dataSource;
  return (
    <dl className={classes.facts}>
      <dt>{t('dataSources.column.type')}</dt>
      <dd>{lookOf(type).title}</dd>
      <dt>{t('dataSources.column.location')}</dt>
      <dd>{location}</dd>
      <dt>{t('dataSources.card.lastTest')}</dt>
      <dd>
        <HealthChip test={lastTest} />{' '}
        {lastTest && <RelativeTime at={lastTest.at} />}
        {lastTest && <div className={classes.message}>{lastTest.message}</div>}
      </dd>
      <dt>{t('dataSources.card.usedBy')}</dt>
      <dd>
        <UsedBy dataSource={dataSource} />
      </dd>
    </dl>
  );
};

/** On the page of a Resource: what it is, whether it answers, who uses it. */
export const DataSourceCard = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const editHref = useRouteRef(editDataSourceRouteRef);
  const { entity } = useEntity();
  const name = entity.metadata.annotations?.[ANNOTATION_DATA_SOURCE] ?? '';
  const { value, error, reload } = useApiResource(
    signal => api.getDataSource(name, { signal }),
    [api, name],
  );
  useSignalRefresh({
    matches: signal => signal.type === 'data-source',
    refresh: reload,
    pollEvery: 30_000,
  });
  const test = useConnectionTest(async signal => {
    const outcome = await api.testDataSource(name, {}, { signal });
    reload();
    return outcome;
  });
  const problem = error ?? test.error;

  return (
    <Card className={surfaceClass}>
      <CardHeader>
        <Text as="h2" weight="bold">
          {t('dataSources.card.title')}
        </Text>
      </CardHeader>
      <CardBody>
        {problem && (
          <ErrorPanel
            title={
              error
                ? t('dataSources.loadOneFailed', { name })
                : t('dataSources.test.failed')
            }
            error={problem}
            onRetry={error ? reload : test.run}
          />
        )}
        {!value && !error && <Skeleton height={132} />}
        {value && <Facts dataSource={value} />}
      </CardBody>
      {value && (
        <CardFooter>
          <Flex gap="2">
            <Button
              size="small"
              variant="secondary"
              isDisabled={test.isRunning}
              onPress={test.run}
            >
              {test.isRunning
                ? t('dataSources.test.running')
                : t('dataSources.test.button')}
            </Button>
            <ButtonLink
              size="small"
              variant="tertiary"
              href={editHref({ name })}
            >
              {t('dataSources.action.edit')}
            </ButtonLink>
          </Flex>
        </CardFooter>
      )}
    </Card>
  );
};
