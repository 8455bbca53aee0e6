export * from './FlinkSqlSessions';
