import { CatalogueApi } from './rooms/CatalogueApi';
import { DataSourcesApi } from './rooms/DataSourcesApi';
import { JobsApi } from './rooms/JobsApi';
import { OriginsApi } from './rooms/OriginsApi';
import { PipelinesApi } from './rooms/PipelinesApi';
import { RunsApi } from './rooms/RunsApi';
import { SqlApi } from './rooms/SqlApi';
import { TargetsApi } from './rooms/TargetsApi';

/**
 * The Scaleph API, one method for each operation of its contract (`/api/scaleph/openapi.json`). Every method throws ScalephApiError
 * when the API refuses, and what `fetch` throws when there is no answer.
 * @public
 */
export interface ScalephApi
  extends PipelinesApi,
    OriginsApi,
    RunsApi,
    JobsApi,
    DataSourcesApi,
    TargetsApi,
    CatalogueApi,
    SqlApi {}
