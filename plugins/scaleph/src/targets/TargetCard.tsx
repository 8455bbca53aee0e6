import { useApi } from '@backstage/core-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
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
import { Target, targetNameOf } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ErrorPanel, surfaceClass } from '../components';
import { ConnectionTestResult } from '../registrations/ConnectionTestResult';
import { useConnectionTest } from '../registrations/useConnectionTest';
import { useScalephTranslation } from '../translation';
import { SlotsBar } from './SlotsBar';
import { TargetHealth } from './TargetHealth';
import { useClusterResource } from './useClusterResource';
import facts from '../data-sources/DataSourceCard.module.css';

const POLL_MILLISECONDS = 10_000;

const Facts = ({ target }: { target: Target }) => {
  const { t } = useScalephTranslation();
  const { registered, version, slots, freeSlots, runningJobs } = target;
  return (
    <dl className={facts.facts}>
      <dt>{t('targets.column.health')}</dt>
      <dd>
        <TargetHealth target={target} />
        {!target.healthy && target.message && (
          <div className={facts.message}>{target.message}</div>
        )}
      </dd>
      <dt>{t('targets.card.location')}</dt>
      <dd>{registered?.location}</dd>
      <dt>{t('targets.card.version')}</dt>
      <dd>{version ?? '–'}</dd>
      <dt>{t('targets.card.slots')}</dt>
      <dd>
        <SlotsBar slots={slots} freeSlots={freeSlots} />
      </dd>
      <dt>{t('targets.card.jobs')}</dt>
      <dd>{runningJobs ?? '–'}</dd>
    </dl>
  );
};

/** On the page of a Resource: where the cluster is, whether it answers, how full it is. */
export const TargetCard = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const linkOf = useEntityRefLink();
  const { entity } = useEntity();
  const name = targetNameOf(entity) ?? '';
  const { value, error, reload } = useClusterResource(
    name,
    signal => api.getTarget(name, { signal }),
    POLL_MILLISECONDS,
  );
  const test = useConnectionTest(signal =>
    api.testTarget(name, {}, { signal }),
  );
  const problem = (value ? undefined : error) ?? test.error;
  return (
    <Card className={surfaceClass}>
      <CardHeader>
        <Text as="h2" weight="bold">
          {t('targets.card.title')}
        </Text>
      </CardHeader>
      <CardBody>
        {problem && (
          <ErrorPanel
            title={
              test.error
                ? t('dataSources.test.failed')
                : t('targets.loadOneFailed', { name })
            }
            error={problem}
            onRetry={test.error ? test.run : reload}
          />
        )}
        {!value && !error && <Skeleton height={160} />}
        {value && <Facts target={value} />}
        {test.test && <ConnectionTestResult test={test.test} />}
      </CardBody>
      {value && (
        <CardFooter>
          <Flex gap="2">
            <ButtonLink
              size="small"
              variant="secondary"
              href={`${linkOf(entity)}/cluster`}
            >
              {t('targets.card.open')}
            </ButtonLink>
            <Button
              size="small"
              variant="tertiary"
              isDisabled={test.isRunning}
              onPress={test.run}
            >
              {test.isRunning
                ? t('dataSources.test.running')
                : t('dataSources.test.button')}
            </Button>
          </Flex>
        </CardFooter>
      )}
    </Card>
  );
};
