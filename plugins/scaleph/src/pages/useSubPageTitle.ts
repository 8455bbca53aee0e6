import { useScalephTranslation } from '../translation';

const KNOWN = {
  Pipelines: 'pages.tabs.pipelines',
  Runs: 'pages.tabs.runs',
  'Data sources': 'pages.tabs.dataSources',
  Clusters: 'pages.tabs.clusters',
  SQL: 'pages.tabs.sql',
} as const;

const isKnown = (title: string): title is keyof typeof KNOWN => title in KNOWN;

/**
 * The title of a tab in the user's language; one that the portal's
 * configuration changed is shown as it was configured.
 */
export function useSubPageTitle() {
  const { t } = useScalephTranslation();
  return (page: { path: string; title?: string }): string => {
    const title = page.title ?? page.path;
    return isKnown(title) ? t(KNOWN[title]) : title;
  };
}
