import { en } from '../en';
import { flattenMessages, SameKeys } from '../flattenMessages';
import { common } from './common';
import { dataSources } from './dataSources';
import { job } from './job';
import { pages } from './pages';
import { pipeline } from './pipeline';
import { runs } from './runs';
import { sql } from './sql';
import { sqlPreview } from './sqlPreview';
import { targets } from './targets';

/** Every text of the front end in Chinese, by area. */
export const zh: SameKeys<typeof en> = {
  common,
  pages,
  pipeline,
  runs,
  job,
  dataSources,
  sql,
  sqlPreview,
  targets,
};

// Loaded by the translation ref, which expects a default export of flat keys.
export default flattenMessages<typeof en>(zh as typeof en);
