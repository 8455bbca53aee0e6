import { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceEnvironment,
  TargetConnection,
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
import { IsVisible, SameClusters } from './SameClusters';

type Connect = (
  type: TargetType,
  connection: TargetConnection,
  signal: AbortSignal,
) => Promise<string>;

/** Tries connections to targets, stored or not. @internal */
export class TargetTrials {
  constructor(
    private readonly options: {
      store: Pick<RegistrationStore, 'recordTest'>;
      types: TypeRegistry<TargetType>;
      vault: SecretVault;
      tester: ConnectionTester;
      environment: DataSourceEnvironment;
      sameClusters: SameClusters;
    },
  ) {}

  /** Remembers the outcome of what is stored, without the warnings, which are the caller's; tries an edit and remembers nothing. */
  async test(
    stored: StoredTarget,
    edit: ConnectionEdit,
    caller: Caller,
    isVisible: IsVisible,
  ): Promise<ConnectionTest> {
    const type = this.options.types.require(stored.row.type);
    const isEdit = Boolean(edit.config || edit.secrets);
    if (stored.readOnly) {
      if (isEdit) throw readOnlyError(stored.row.name);
      return this.testConfigured(type, stored, caller, isVisible);
    }
    const config = edit.config ?? toConfig(stored.row);
    const outcome = await this.try(
      type,
      { ...edit, config },
      { caller, isVisible },
      stored,
    );
    if (!isEdit) {
      const { warnings: _, ...kept } = outcome;
      await this.options.store.recordTest(stored.row, JSON.stringify(kept));
    }
    return outcome;
  }

  async testConfig(
    typeName: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    isVisible: IsVisible,
  ): Promise<ConnectionTest> {
    const type = this.options.types.get(typeName);
    return this.try(type, edit, { caller, isVisible });
  }

  private testConfigured(
    type: TargetType,
    { connection }: StoredTarget,
    caller: Caller,
    isVisible: IsVisible,
  ): Promise<ConnectionTest> {
    return this.withWarnings(connection, isVisible, connect =>
      this.options.tester.test(actorOf(caller.credentials), {
        location: type.location(connection.config),
        open: () => connection.secrets(),
        connect: (_secrets, signal) => connect(type, connection, signal),
      }),
    );
  }

  private async try(
    type: TargetType,
    edit: ConnectionEdit & { config: JsonObject },
    { caller, isVisible }: { caller: Caller; isVisible: IsVisible },
    stored?: StoredTarget,
  ): Promise<ConnectionTest> {
    const { vault, tester } = this.options;
    const { config } = edit;
    const changes = await checkEdit(type, edit, { ...this.options, stored });
    await vault.check(changes.filter(({ kind }) => kind === 'reference'));
    const name = stored?.row.name ?? 'new';
    const target = {
      name,
      title: name,
      type: type.type,
      config,
      // Below that of anything stored: nothing is kept of it.
      revision: 0,
    };
    return this.withWarnings(target, isVisible, connect =>
      tester.test(actorOf(caller.credentials), {
        location: type.location(config),
        open: () => vault.openChanges(changes),
        connect: (secrets, signal) =>
          connect(type, { ...target, secrets: async () => secrets }, signal),
      }),
    );
  }

  /** What has been found by the time that the test ends; of a cluster that does not answer, what is registered tells. */
  private async withWarnings(
    target: Pick<TargetConnection, 'name' | 'type' | 'config'>,
    isVisible: IsVisible,
    test: (connect: Connect) => Promise<ConnectionTest>,
  ): Promise<ConnectionTest> {
    const { sameClusters } = this.options;
    let warnings = await sameClusters.byAddress(target, isVisible);
    const outcome = await test(async (type, connection, signal) => {
      const answer = await type.test(connection, { signal });
      warnings = await sameClusters
        .byIdentity(connection, isVisible, signal)
        // It has answered; that it would not tell who it is makes no failure of it.
        .catch(() => warnings);
      return answer;
    });
    return { ...outcome, ...(warnings.length && { warnings }) };
  }
}
