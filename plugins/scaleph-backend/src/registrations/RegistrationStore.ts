import { Transaction } from '../database/Transaction';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { RegistrationRow } from './registrationRows';
import { SecretRow } from './SecretRow';

/** A data source or target with its secrets, as stored. @internal */
export interface StoredRegistration {
  row: RegistrationRow;
  secrets: SecretRow[];
}

/** @internal */
export interface RegistrationRowPage {
  items: StoredRegistration[];
  nextCursor?: string;
  totalItems: number;
}

/** @internal */
export interface RegistrationQuery {
  search?: string;
  /** Full entity refs; any of them. */
  owner?: string[];
  system?: string;
  type?: string;
  sort: 'name' | '-name' | 'updatedAt' | '-updatedAt' | 'type' | '-type';
  limit: number;
  cursor?: string;
}

/** Where data sources, or targets, are stored. @internal */
export interface RegistrationStore {
  list(
    query: RegistrationQuery,
    visible: OwnershipFilter,
  ): Promise<RegistrationRowPage>;
  find(name: string): Promise<StoredRegistration | undefined>;
  /** All of them, by name. */
  listAll(): Promise<StoredRegistration[]>;
  /** The rows alone, by name. */
  listRows(): Promise<RegistrationRow[]>;
  /** Those that exist, in no order. */
  findAll(names: string[]): Promise<StoredRegistration[]>;
  /** The rows alone, in no order. */
  findRows(names: string[]): Promise<RegistrationRow[]>;
  /** False when the name is taken. */
  insert(tx: Transaction, registration: StoredRegistration): Promise<boolean>;
  /** Writes `row` with `revision` one higher, and its secrets; false when it is not at `revision` any more. */
  update(revision: number, registration: StoredRegistration): Promise<boolean>;
  /** False when it is not at `revision` any more. `check` runs in the same transaction and throws to refuse. */
  delete(
    row: Pick<RegistrationRow, 'id' | 'revision'>,
    check: (tx: Transaction) => Promise<void>,
  ): Promise<boolean>;
  /** Only as long as it is at that revision: another form of it was not tested. */
  recordTest(
    row: Pick<RegistrationRow, 'id' | 'revision'>,
    lastTest: string,
  ): Promise<void>;
  /** Values that another key sealed, in the order of owner and name, behind `after`. */
  outdatedSecrets(options: {
    newestKeyId: string;
    after?: Pick<SecretRow, 'owner_id' | 'name'>;
    limit: number;
  }): Promise<SecretRow[]>;
  /** Only when `before` is still what is stored; false otherwise. */
  replaceSecret(before: SecretRow, after: SecretRow): Promise<boolean>;
}
