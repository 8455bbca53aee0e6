import type { SameKeys } from '../flattenMessages';
import type { dataSources as en } from '../en/dataSources';

/** Data sources: list, form and card. */
export const dataSources: SameKeys<typeof en> = {
  title: '数据源',
};
