import { common } from './common';
import { dataSources } from './dataSources';
import { pages } from './pages';
import { pipeline } from './pipeline';
import { runs } from './runs';
import { sql } from './sql';

/** Every text of the front end in English, by area. */
export const en = { common, pages, pipeline, runs, dataSources, sql } as const;
