import { RegistrationKind } from '../registrations/RegistrationKind';

/** @internal */
export const targetKind: RegistrationKind = {
  noun: 'target',
  createOperation: 'createTarget',
  tables: { rows: 'targets', secrets: 'target_secrets', owner: 'target_id' },
};
