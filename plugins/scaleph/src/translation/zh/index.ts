import { browse } from './browse';
import { canvas } from './canvas';
import { en } from '../en';
import { flattenMessages, SameKeys } from '../flattenMessages';
import { common } from './common';
import { dataSources } from './dataSources';
import { job } from './job';
import { nodeForm } from './nodeForm';
import { origin } from './origin';
import { pages } from './pages';
import { pipeline } from './pipeline';
import { runs } from './runs';
import { sql } from './sql';
import { sqlPreview } from './sqlPreview';
import { targets } from './targets';
import { views } from './views';

/** Every text of the front end in Chinese, by area. */
export const zh: SameKeys<typeof en> = {
  common,
  pages,
  pipeline,
  canvas,
  nodeForm,
  origin,
  runs,
  job,
  dataSources,
  browse,
  sql,
  sqlPreview,
  targets,
  views,
};

// Loaded by the translation ref, which expects a default export of flat keys.
export default flattenMessages<typeof en>(zh as typeof en);
