import type { SameKeys } from '../flattenMessages';
import type { pipeline as en } from '../en/pipeline';

/** Tab Pipeline of an entity page. */
export const pipeline: SameKeys<typeof en> = {
  tab: { title: '流水线' },
};
