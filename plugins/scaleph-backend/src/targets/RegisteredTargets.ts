import { TargetConnection } from '@scaleph/backstage-plugin-scaleph-node';
import { toConfig } from '../registrations/registrationRows';
import {
  RegistrationStore,
  StoredRegistration,
} from '../registrations/RegistrationStore';
import { SecretVault } from '../registrations/SecretVault';
import { ConfiguredTarget } from './readConfiguredTargets';
import { RegisteredTarget } from './TargetDirectory';

/** A registered target as stored or configured, and as engines are called with it. @internal */
export interface StoredTarget extends StoredRegistration {
  /** It comes from the configuration of the installation. */
  readOnly: boolean;
  connection: RegisteredTarget;
}

/** All registered targets: those of the configuration, and those in the database. @internal */
export class RegisteredTargets {
  constructor(
    private readonly options: {
      configured: ConfiguredTarget[];
      store: Pick<RegistrationStore, 'findAll' | 'listAll'>;
      vault: Pick<SecretVault, 'open'>;
    },
  ) {}

  /** A name in the configuration goes before the same name in the database. */
  async find(name: string): Promise<StoredTarget | undefined> {
    const { configured, store } = this.options;
    const found = configured.find(({ row }) => row.name === name);
    if (found) return toConfigured(found);
    const [stored] = await store.findAll([name]);
    return stored && this.toStored(stored);
  }

  /** By the id of its row: undefined for another one that took the same name. */
  async findById(id: string): Promise<StoredTarget | undefined> {
    const targets = await this.list();
    return targets.find(({ row }) => row.id === id);
  }

  /** By name. */
  async list(): Promise<StoredTarget[]> {
    const { configured, store } = this.options;
    const names = new Set(configured.map(({ row }) => row.name));
    const stored = await store.listAll();
    return [
      ...configured.map(toConfigured),
      ...stored
        .filter(({ row }) => !names.has(row.name))
        .map(target => this.toStored(target)),
    ].sort((one, other) => (one.row.name < other.row.name ? -1 : 1));
  }

  /** What is stored, as engines are called with it. */
  toStored(stored: StoredRegistration): StoredTarget {
    return {
      ...stored,
      readOnly: false,
      connection: toConnection(stored, () =>
        this.options.vault.open(stored.secrets),
      ),
    };
  }
}

function toConfigured(target: ConfiguredTarget): StoredTarget {
  const { row, secrets, values } = target;
  const connection = toConnection(target, async () => ({ ...values }));
  return { row, secrets, readOnly: true, connection };
}

function toConnection(
  { row }: StoredRegistration,
  secrets: TargetConnection['secrets'],
): RegisteredTarget {
  return {
    name: row.name,
    title: row.title ?? row.name,
    type: row.type,
    owner: row.owner,
    config: toConfig(row),
    // Grows with each change, also when the name is taken again after a delete.
    revision: Date.parse(row.created_at) + row.revision,
    secrets,
  };
}
