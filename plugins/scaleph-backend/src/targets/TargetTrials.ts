import { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceEnvironment,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { actorOf, Caller } from '../http/Caller';
import { checkEdit } from '../registrations/checkEdit';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { ConnectionTester } from '../registrations/ConnectionTester';
import { toConfig } from '../registrations/registrationRows';
import { RegistrationStore } from '../registrations/RegistrationStore';
import { SecretVault } from '../registrations/SecretVault';
import { TypeRegistry } from '../registrations/TypeRegistry';
import { readOnlyError } from './readOnlyError';
import { StoredTarget } from './RegisteredTargets';

/** Tries connections to targets, stored or not. @internal */
export class TargetTrials {
  constructor(
    private readonly options: {
      store: Pick<RegistrationStore, 'recordTest'>;
      types: TypeRegistry<TargetType>;
      vault: SecretVault;
      tester: ConnectionTester;
      environment: DataSourceEnvironment;
    },
  ) {}

  /** Remembers the outcome of what is stored; tries an edit and remembers nothing. */
  async test(
    stored: StoredTarget,
    edit: ConnectionEdit,
    caller: Caller,
  ): Promise<ConnectionTest> {
    const type = this.options.types.require(stored.row.type);
    const isEdit = Boolean(edit.config || edit.secrets);
    if (stored.readOnly) {
      if (isEdit) throw readOnlyError(stored.row.name);
      return this.testConfigured(type, stored, caller);
    }
    const config = edit.config ?? toConfig(stored.row);
    const outcome = await this.try(type, { ...edit, config }, caller, stored);
    if (!isEdit) {
      await this.options.store.recordTest(stored.row, JSON.stringify(outcome));
    }
    return outcome;
  }

  async testConfig(
    typeName: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
  ): Promise<ConnectionTest> {
    return this.try(this.options.types.get(typeName), edit, caller);
  }

  private testConfigured(
    type: TargetType,
    { connection }: StoredTarget,
    caller: Caller,
  ): Promise<ConnectionTest> {
    return this.options.tester.test(actorOf(caller.credentials), {
      location: type.location(connection.config),
      open: () => connection.secrets(),
      connect: (_secrets, signal) => type.test(connection, { signal }),
    });
  }

  private async try(
    type: TargetType,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    stored?: StoredTarget,
  ): Promise<ConnectionTest> {
    const { vault, tester } = this.options;
    const { config } = edit;
    const changes = await checkEdit(type, edit, { ...this.options, stored });
    await vault.check(changes.filter(({ kind }) => kind === 'reference'));
    const name = stored?.row.name ?? 'new';
    return tester.test(actorOf(caller.credentials), {
      location: type.location(config),
      open: () => vault.openChanges(changes),
      connect: (secrets, signal) =>
        type.test(
          {
            name,
            title: name,
            type: type.type,
            config,
            // Below that of anything stored: nothing is kept of it.
            revision: 0,
            secrets: async () => secrets,
          },
          { signal },
        ),
    });
  }
}
