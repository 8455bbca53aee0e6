import { ConflictError, NotFoundError } from '@backstage/errors';
import { DataSourceEnvironment } from '@scaleph/backstage-plugin-scaleph-node';
import { isDeepStrictEqual } from 'node:util';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { assertMatches, IfMatch, staleError } from '../http/etag';
import { ProblemsError } from '../http/httpErrors';
import { Idempotency } from '../http/Idempotency';
import { checkEdit } from './checkEdit';
import {
  RegistrationFields,
  RegistrationInput,
  toFields,
} from './checkRegistration';
import {
  RegistrationRow,
  toConfig,
  toRegistrationColumns,
} from './registrationRows';
import { naming, RegistrationKind } from './RegistrationKind';
import { RegistrationStore, StoredRegistration } from './RegistrationStore';
import { RegistrationType } from './RegistrationType';
import { TypeRegistry } from './TypeRegistry';
import { SecretChange } from './secretChanges';
import { SecretVault } from './SecretVault';

/** How often an unconditional write starts again because another came between. */
const ATTEMPTS = 5;

/** Makes and changes data sources or targets: everything is checked, then written at once. @internal */
export class RegistrationWriter {
  constructor(
    private readonly options: {
      kind: RegistrationKind;
      store: RegistrationStore;
      types: TypeRegistry<RegistrationType>;
      vault: SecretVault;
      environment: DataSourceEnvironment;
      idempotency: Idempotency;
    },
  ) {}

  /** `toView` makes the answer, which a repetition gets again. */
  async create<View>(
    input: RegistrationInput,
    caller: Caller,
    toView: (stored: StoredRegistration) => View,
  ): Promise<{ result: View; replayed: boolean }> {
    const { kind, store, types, vault, idempotency } = this.options;
    const fields = toFields(input);
    const type = types.require(fields.type);
    const changes = await this.check(type, fields, input);
    return idempotency.run(
      { caller, operation: kind.createOperation, body: input },
      async tx => {
        const row = newRow(fields, actorOf(caller.credentials));
        const secrets = vault.seal(changes, row.id);
        if (!(await store.insert(tx, { row, secrets }))) {
          throw new ConflictError(`${naming(kind, row.name)} exists already`);
        }
        return toView({ row, secrets });
      },
    );
  }

  /** What is stored then. */
  async update(
    name: string,
    input: RegistrationInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<StoredRegistration> {
    const what = naming(this.options.kind, name);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const stored = await this.options.store.find(name);
      if (!stored) throw new NotFoundError(`${what} does not exist`);
      assertMatches(what, stored.row, ifMatch);
      const next = await this.next(stored, input, caller);
      const { revision } = stored.row;
      // With `*` too: what may stay of the secrets was decided for this revision.
      if (await this.options.store.update(revision, next)) {
        return { ...next, row: { ...next.row, revision: revision + 1 } };
      }
      if (ifMatch !== 'any') break;
    }
    throw staleError(what);
  }

  private async next(
    stored: StoredRegistration,
    input: RegistrationInput,
    caller: Caller,
  ): Promise<StoredRegistration> {
    const { kind, types, vault } = this.options;
    const { row } = stored;
    requireSame(kind.noun, 'name', row.name, input.name);
    requireSame(kind.noun, 'type', row.type, input.type);
    const fields = toFields(input);
    const type = types.require(row.type);
    const changes = await this.check(type, fields, input, stored);
    const isSameConnection =
      isDeepStrictEqual(toConfig(row), fields.config) &&
      changes.length === stored.secrets.length &&
      changes.every(change => change.kind === 'keep');
    return {
      row: {
        ...row,
        ...toRegistrationColumns(fields),
        last_test: isSameConnection ? row.last_test : null,
        updated_at: toTimestamp(),
        updated_by: actorOf(caller.credentials),
      },
      secrets: vault.seal(changes, row.id),
    };
  }

  private async check(
    type: RegistrationType,
    fields: RegistrationFields,
    input: RegistrationInput,
    stored?: StoredRegistration,
  ): Promise<SecretChange[]> {
    const changes = await checkEdit(
      type,
      {
        config: fields.config,
        secrets: input.secrets,
        files: input.files,
      },
      { ...this.options, stored },
    );
    await this.options.vault.check(changes);
    return changes;
  }
}

function newRow(fields: RegistrationFields, actor: string): RegistrationRow {
  const now = toTimestamp();
  return {
    id: randomUUID(),
    name: fields.name,
    type: fields.type,
    ...toRegistrationColumns(fields),
    last_test: null,
    revision: 1,
    created_at: now,
    created_by: actor,
    updated_at: now,
    updated_by: actor,
  };
}

function requireSame(
  noun: string,
  field: 'name' | 'type',
  stored: string,
  given: string,
) {
  if (stored === given) return;
  const message = `${field} cannot change: it is "${stored}" and the request says "${given}"`;
  throw new ProblemsError(`The ${noun} is not valid: ${message}`, [
    { severity: 'error', code: 'immutable', pointer: `/${field}`, message },
  ]);
}
