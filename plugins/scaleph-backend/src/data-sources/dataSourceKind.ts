import { RegistrationKind } from '../registrations/RegistrationKind';

/** @internal */
export const dataSourceKind: RegistrationKind = {
  noun: 'data source',
  createOperation: 'createDataSource',
  tables: {
    rows: 'data_sources',
    secrets: 'data_source_secrets',
    owner: 'data_source_id',
  },
};
