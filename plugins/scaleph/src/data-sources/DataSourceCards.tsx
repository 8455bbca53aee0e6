import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Skeleton, Text } from '@backstage/ui';
import type { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorIcon, OwnerLink } from '../components';
import { useScalephTranslation } from '../translation';
import { DataSourceActions, DataSourceMenu } from './DataSourceMenu';
import { HealthChip } from './HealthChip';
import { TypeLook } from '../registrations/useTypeLook';
import classes from './DataSourceCards.module.css';

/** Places for cards while the list loads. */
export const DataSourceCardsSkeleton = () => (
  <div className={classes.cards} aria-hidden>
    {[1, 2, 3].map(place => (
      <Skeleton key={place} height={160} />
    ))}
  </div>
);

/** Data sources as cards: what it is, where it points, whether it answers. */
export const DataSourceCards = (
  props: DataSourceActions & {
    dataSources: DataSource[];
    lookOf(type: string): TypeLook;
  },
) => {
  const { t } = useScalephTranslation();
  const { dataSources, lookOf, ...actions } = props;
  return (
    <ul className={classes.cards}>
      {dataSources.map(item => {
        const look = lookOf(item.type);
        return (
          <li key={item.name}>
            <Card className={classes.card}>
              <CardBody className={classes.body}>
                <ConnectorIcon icon={look.icon} size={28} />
                <div>
                  <div className={classes.name}>
                    <EntityRefLink entityRef={item.entityRef} hideIcon>
                      {item.title ?? item.name}
                    </EntityRefLink>
                  </div>
                  <div className={classes.type}>{look.title}</div>
                </div>
                <DataSourceMenu dataSource={item} {...actions} />
                <div className={classes.facts}>
                  <Text variant="body-small">{item.location}</Text>
                  <Text variant="body-small" color="secondary">
                    {usersOf(item)
                      ? t('dataSources.usedBy', { count: usersOf(item) })
                      : t('dataSources.notUsed')}
                  </Text>
                </div>
                {item.lastTest?.ok === false && (
                  <Text
                    variant="body-small"
                    className={classes.reason}
                    title={item.lastTest.message}
                  >
                    {item.lastTest.message}
                  </Text>
                )}
                <div className={classes.foot}>
                  <HealthChip test={item.lastTest} />
                  <Text variant="body-small">
                    <OwnerLink owner={item.owner} />
                  </Text>
                </div>
              </CardBody>
            </Card>
          </li>
        );
      })}
    </ul>
  );
};

function usersOf({ usedBy, usedByOthers = 0 }: DataSource): number {
  return usedBy.length + usedByOthers;
}
