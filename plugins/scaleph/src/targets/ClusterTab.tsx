import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  ButtonLink,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import { RiEditLine, RiExternalLinkLine } from '@remixicon/react';
import {
  scalephTargetUiPermission,
  scalephTargetUpdatePermission,
  Target,
  targetNameOf,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ErrorPanel, surfaceClass } from '../components';
import { useUrlState } from '../hooks';
import { editTargetRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { ClusterConfiguration } from './ClusterConfiguration';
import { ClusterLogs } from './ClusterLogs';
import { ClusterOverview } from './ClusterOverview';
import { TargetHealth } from './TargetHealth';
import { useClusterResource } from './useClusterResource';
import { useOpenUi } from './useOpenUi';
import classes from './ClusterTab.module.css';

const SECTIONS = ['overview', 'configuration', 'logs'] as const;
const POLL_MILLISECONDS = 15_000;

const Head = (props: { target: Target; canManage: boolean }) => {
  const { t } = useScalephTranslation();
  const { target, canManage } = props;
  const { name, title, registered } = target;
  const editHref = useRouteRef(editTargetRouteRef);
  const openUi = useOpenUi(name);
  const mayOpenUi = usePermission({
    permission: scalephTargetUiPermission,
    resourceRef: name,
  }).allowed;
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <Text as="h2" variant="title-x-small">
          {title}
        </Text>
        <span role="status">
          <TargetHealth target={target} />
        </span>
        <Text color="secondary">{registered?.location}</Text>
      </div>
      <div className={classes.buttons}>
        {canManage && !registered?.readOnly && (
          <ButtonLink
            size="small"
            variant="secondary"
            iconStart={<RiEditLine />}
            href={editHref({ name })}
          >
            {t('targets.action.edit')}
          </ButtonLink>
        )}
        {mayOpenUi && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiExternalLinkLine />}
            onPress={openUi}
          >
            {t('targets.action.ui')}
          </Button>
        )}
      </div>
    </div>
  );
};

const Sections = (props: { target: Target; canManage: boolean }) => {
  const { t } = useScalephTranslation();
  const { target, canManage } = props;
  const { name } = target;
  const [url, setUrl] = useUrlState({ section: 'overview' });
  const open = SECTIONS.find(it => it === url.section) ?? 'overview';
  const section = {
    overview: <ClusterOverview target={target} canManage={canManage} />,
    configuration: <ClusterConfiguration name={name} />,
    logs: <ClusterLogs name={name} canManage={canManage} />,
  }[open];
  return (
    <Tabs
      selectedKey={open}
      onSelectionChange={key => setUrl({ section: String(key) })}
    >
      <TabList>
        {SECTIONS.map(it => (
          <Tab key={it} id={it}>
            {t(`targets.tab.${it}`)}
          </Tab>
        ))}
      </TabList>
      {SECTIONS.map(it => (
        <TabPanel key={it} id={it}>
          <div className={classes.panel}>{it === open && section}</div>
        </TabPanel>
      ))}
    </Tabs>
  );
};

/** The tab Cluster of a Resource that is a registered target. */
export const ClusterTab = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { entity } = useEntity();
  const name = targetNameOf(entity) ?? '';
  const canManage = usePermission({
    permission: scalephTargetUpdatePermission,
    resourceRef: name,
  }).allowed;
  const { value, error, reload } = useClusterResource(
    name,
    signal => api.getTarget(name, { signal }),
    POLL_MILLISECONDS,
  );
  return (
    <div className={surfaceClass}>
      {error && !value && (
        <ErrorPanel
          title={t('targets.loadOneFailed', { name })}
          error={error}
          onRetry={reload}
        />
      )}
      {!error && !value && (
        <div
          role="status"
          aria-label={t('common.loading', { what: t('targets.card.title') })}
        >
          <Skeleton width="100%" height={420} />
        </div>
      )}
      {value && (
        <>
          <Head target={value} canManage={canManage} />
          <Sections key={name} target={value} canManage={canManage} />
        </>
      )}
    </div>
  );
};
