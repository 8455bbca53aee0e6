import type { SameKeys } from '../flattenMessages';
import type { pages as en } from '../en/pages';

/** The page Scaleph and its sub-page Pipelines. */
export const pages: SameKeys<typeof en> = {
  title: 'Scaleph',
  tabs: {
    pipelines: '流水线',
    runs: '运行记录',
    dataSources: '数据源',
  },
};
