import { common } from './common';
import { dataSources } from './dataSources';
import { job } from './job';
import { pages } from './pages';
import { pipeline } from './pipeline';
import { runs } from './runs';
import { sql } from './sql';
import { sqlPreview } from './sqlPreview';
import { targets } from './targets';

/** Every text of the front end in English, by area. */
export const en = {
  common,
  pages,
  pipeline,
  runs,
  job,
  dataSources,
  sql,
  sqlPreview,
  targets,
} as const;
