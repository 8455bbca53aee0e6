import { useRouteRef } from '@backstage/core-plugin-api';
import {
  BreadcrumbEntry,
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { JSX, useMemo, useRef } from 'react';
import { Navigate, Route, Routes } from '../lib/router';
import { rootRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { useSubPageTitle } from './useSubPageTitle';
import { useTabPanel } from './useTabPanel';
import classes from './ScalephPageLayout.module.css';

/** A sub-page as its extension describes it. */
export interface SubPage {
  path: string;
  title?: string;
  element: JSX.Element;
}

/** Header, tabs and routes of the page in the new front-end system. */
export const ScalephPageLayout = (props: { pages: SubPage[] }) => {
  const { t } = useScalephTranslation();
  const titleOf = useSubPageTitle();
  const panel = useRef<HTMLElement>(null);
  useTabPanel(panel);
  const titleLink = useRouteRef(rootRouteRef)();
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('scaleph');
  const title = t('pages.title');
  const pages = props.pages.map(page => ({ ...page, label: titleOf(page) }));
  const labels = pages.map(it => it.label).join('\n');

  // A swappable component is another one at every render: drawn anew with each
  // change of the URL, it would take the page with all it shows down with it.
  return useMemo(
    () => (
      <PageLayout
        title={title}
        icon={<RiFlowChart />}
        titleLink={titleLink}
        headerActions={headerActions}
        tabs={pages.map(({ path, label }) => ({ id: path, label, href: path }))}
      >
        <main ref={panel} className={classes.main}>
          <Routes>
            {pages.length > 0 && (
              <Route index element={<Navigate to={pages[0].path} replace />} />
            )}
            {pages.map(({ path, label, element }) => (
              <Route
                key={path}
                path={`${path}/*`}
                element={
                  <BreadcrumbEntry entry={{ label, href: path }}>
                    {element}
                  </BreadcrumbEntry>
                }
              />
            ))}
          </Routes>
        </main>
      </PageLayout>
    ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the labels say what of the pages can change
    [title, titleLink, headerActions, labels, props.pages],
  );
};
