import {
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  ArtifactReader,
  builtInDataSourceTypes,
  DataSourceType,
  FileRoots,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Caller } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { Idempotency } from '../http/Idempotency';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { dataSourceFields } from './dataSourceFields';
import { DataSourceSql } from './DataSourceSql';
import { DataSourceStatements } from './DataSourceStatements';
import { DefaultSqlLibrary } from './DefaultSqlLibrary';
import { DefaultSqlService } from './DefaultSqlService';
import { InitialSql } from './InitialSql';
import { OperationNotes } from './OperationNotes';
import { OperationRows } from './OperationRows';
import { ResultPages } from './ResultPages';
import { SessionGate } from './SessionGate';
import { SessionSecrets } from './SessionSecrets';
import { readSqlConfig } from './SqlConfig';
import { SqlEnvironments } from './SqlEnvironments';
import { SqlHousekeeping } from './SqlHousekeeping';
import { sqlLibraryRoutes } from './sqlLibraryRoutes';
import { SqlOperationDesk } from './SqlOperationDesk';
import { sqlOperationRoutes } from './sqlOperationRoutes';
import { SqlPlaces } from './SqlPlaces';
import { SqlSessionDesk } from './SqlSessionDesk';
import { sqlSessionRoutes } from './sqlSessionRoutes';
import { SqlStatements } from './SqlStatements';
import { SqlStore } from './SqlStore';
import { StatementGate } from './StatementGate';
import { StatementPlans } from './StatementPlans';

/** @internal */
export interface SqlRoomDeps {
  knex: Knex;
  config: RootConfigService;
  logger: LoggerService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  audit: Audit;
  idempotency: Idempotency;
  engines: EngineRegistry;
  targets: TargetDirectory;
  dataSources: DataSourceDirectory;
  artifacts: ArtifactReader;
  /** Throws NotFoundError for an upload that the caller may not see. */
  requireArtifact: (name: string, caller: Caller) => Promise<unknown>;
  /** Beside the built-in ones. */
  dataSourceTypes: DataSourceType[];
}

/** Wires the room of SQL. Throws when its configuration is wrong. @internal */
export async function createSqlRoom(
  deps: SqlRoomDeps,
): Promise<{ installRoutes: RouteInstaller; stop: () => void }> {
  const { knex, httpAuth } = deps;
  const config = readSqlConfig(deps.config);
  const store = new SqlStore(knex);
  const environments = new SqlEnvironments(knex);
  const types = [...builtInDataSourceTypes, ...deps.dataSourceTypes];
  const pages = new ResultPages(knex);
  const dataSourceStatements = new DataSourceStatements({
    pages,
    limits: config.dataSources,
  });
  const dataSourceSql = new DataSourceSql({
    ...deps,
    types,
    environment: {
      files: FileRoots.fromConfig(deps.config),
      network: NetworkPolicy.fromConfig(deps.config),
    },
    statements: dataSourceStatements,
    pages,
    config,
  });
  const places = new SqlPlaces({ ...deps, config, dataSourceSql });
  const gate = new SessionGate({ ...deps, store, places });
  const fields = dataSourceFields(types);
  const statements = new SqlStatements({
    dataSources: deps.dataSources,
    fields,
  });
  const secrets = new SessionSecrets(deps.dataSources, fields);
  const shared = {
    ...deps,
    config,
    store,
    environments,
    places,
    gate,
    statements,
    secrets,
  };
  const initialSql = new InitialSql(shared);
  const sessions = new SqlSessionDesk({ ...shared, initialSql });
  const notes = new OperationNotes(shared);
  const statementGate = new StatementGate({ ...shared, notes });
  const rows = new OperationRows({ ...shared, notes });
  const desk = { ...shared, notes, statementGate, rows };
  const service = new DefaultSqlService({
    ...shared,
    sessions,
    operations: new SqlOperationDesk(desk),
    plans: new StatementPlans(desk),
  });
  const library = new DefaultSqlLibrary(shared);
  const housekeeping = new SqlHousekeeping({ ...shared, sessions, pages });
  await deps.scheduler.scheduleTask({
    id: 'scaleph-sql-housekeeping',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: () => housekeeping.run(),
  });
  const routes = [
    sqlSessionRoutes({ service, httpAuth }),
    sqlOperationRoutes({ service, httpAuth }),
    sqlLibraryRoutes({ library, httpAuth }),
  ];
  return {
    installRoutes: router => routes.forEach(install => install(router)),
    stop: () => dataSourceStatements.stopAll(),
  };
}
