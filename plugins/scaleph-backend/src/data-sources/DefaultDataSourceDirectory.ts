import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ConnectionTest,
  scalephDataSourceUsePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  Connection,
  ConnectionWithSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { RegistrationRow, toConfig } from '../registrations/registrationRows';
import { RegistrationStore } from '../registrations/RegistrationStore';
import { fileOfRow, SecretRow } from '../registrations/SecretRow';
import { SecretVault } from '../registrations/SecretVault';
import {
  DataSourceDirectory,
  DataSourceFacts,
  UsableDataSource,
} from './DataSourceDirectory';

/** @internal */
export class DefaultDataSourceDirectory implements DataSourceDirectory {
  constructor(
    private readonly options: {
      store: Pick<RegistrationStore, 'findRows' | 'findAll' | 'listRows'>;
      vault: SecretVault;
      authorizer: OwnershipAuthorizer;
    },
  ) {}

  async lookUp(names: string[]): Promise<Map<string, DataSourceFacts>> {
    const rows = await this.options.store.findRows(names);
    return new Map(
      rows.map(({ name, type, owner }) => [name, { name, type, owner }]),
    );
  }

  async connections(names: string[]): Promise<Record<string, Connection>> {
    const found = await this.options.store.findAll(names);
    requireAll(
      names,
      found.map(({ row }) => row),
    );
    return Object.fromEntries(
      found.map(({ row, secrets }) => [
        row.name,
        { ...toConnection(row), held: toHeld(secrets) },
      ]),
    );
  }

  async connectionsWithSecrets(
    names: string[],
  ): Promise<Record<string, ConnectionWithSecrets>> {
    const found = await this.options.store.findAll(names);
    requireAll(
      names,
      found.map(({ row }) => row),
    );
    const connections = await Promise.all(
      found.map(async ({ row, secrets }) => {
        const connection = {
          ...toConnection(row),
          ...(await this.open(row.name, secrets)),
        };
        return [row.name, connection] as const;
      }),
    );
    return Object.fromEntries(connections);
  }

  private async open(name: string, rows: SecretRow[]) {
    const { vault } = this.options;
    try {
      const extraFiles = vault.openFiles(rows);
      return {
        secrets: await vault.open(rows),
        ...(Object.keys(extraFiles).length > 0 && { extraFiles }),
      };
    } catch (error) {
      throw naming(name, error);
    }
  }

  async requireUse(names: string[], caller: Caller): Promise<void> {
    if (names.length === 0) return;
    const [rows, mayUse] = await Promise.all([
      this.options.store.findRows(names),
      this.options.authorizer.judge(caller, scalephDataSourceUsePermission),
    ]);
    const refused = rows.find(row => !mayUse(row));
    if (!refused) return;
    throw new NotAllowedError(
      `Data source "${refused.name}": you lack the permission ${scalephDataSourceUsePermission.name} on it`,
    );
  }

  async usableBy(caller: Caller): Promise<UsableDataSource[]> {
    const stored = await this.options.store.listRows();
    const rows = await this.options.authorizer.allowed(
      stored,
      caller,
      scalephDataSourceUsePermission,
    );
    return rows.map(({ name, type, owner, title, last_test: lastTest }) => ({
      ...{ name, type, owner },
      ...(title !== null && { title }),
      ...(lastTest !== null && {
        lastTest: JSON.parse(lastTest) as ConnectionTest,
      }),
    }));
  }
}

function toConnection(row: RegistrationRow): Connection {
  return { dataSource: row.name, type: row.type, config: toConfig(row) };
}

/** What is set, by name. */
function toHeld(rows: SecretRow[]): NonNullable<Connection['held']> {
  const isFile = ({ source }: SecretRow) => source === 'file';
  return {
    secrets: rows.filter(row => !isFile(row)).map(({ name }) => name),
    files: rows.filter(isFile).map(fileOfRow),
  };
}

function requireAll(names: string[], rows: RegistrationRow[]) {
  const found = new Set(rows.map(({ name }) => name));
  const missing = names.find(name => !found.has(name));
  if (missing === undefined) return;
  throw new NotFoundError(`Data source "${missing}" does not exist`);
}

/** The same error, its message beginning with the data source. */
function naming(dataSource: string, error: unknown): unknown {
  if (isError(error)) {
    error.message = `Data source "${dataSource}": ${error.message}`;
  }
  return error;
}
