import type { SameKeys } from '../flattenMessages';
import type { runs as en } from '../en/runs';

/** Runs: table, tab, page and card. */
export const runs: SameKeys<typeof en> = {
  tab: { title: '运行记录' },
};
