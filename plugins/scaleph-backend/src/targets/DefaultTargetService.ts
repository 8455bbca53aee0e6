import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ConnectionTest,
  RegistrationTypeInfo,
  Target,
  TargetInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ProcessTextRequest,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { ChangePublisher } from '../events/ChangePublisher';
import { actorOf, Caller } from '../http/Caller';
import { assertMatches, IfMatch, staleError } from '../http/etag';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { RegistrationStore } from '../registrations/RegistrationStore';
import { RegistrationWriter } from '../registrations/RegistrationWriter';
import { TypeRegistry } from '../registrations/TypeRegistry';
import { RunDirectory } from '../runs/RunDirectory';
import { countOpenSessions } from '../sql/countOpenSessions';
import { DefaultTargetDirectory } from './DefaultTargetDirectory';
import { EngineRegistry } from './EngineRegistry';
import { RegisteredTargets, StoredTarget } from './RegisteredTargets';
import { IsVisible, SameClusters } from './SameClusters';
import { TargetInspector } from './TargetInspector';
import { TargetService, UiTicket } from './TargetService';
import { readOnlyError } from './readOnlyError';
import { TargetTrials } from './TargetTrials';
import { toOrphanTarget, toTarget, toTargetRegistration } from './toTarget';
import { UiTickets } from './ui/UiTickets';

const everything: IsVisible = () => true;

/** The rules of the targets room; knows no permissions. @internal */
export class DefaultTargetService implements TargetService {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: RegisteredTargets;
      directory: DefaultTargetDirectory;
      store: RegistrationStore;
      writer: RegistrationWriter;
      types: TypeRegistry<TargetType>;
      trials: TargetTrials;
      sameClusters: SameClusters;
      runs: Pick<RunDirectory, 'activeOnTarget'>;
      inspector: TargetInspector;
      tickets: UiTickets;
      publisher: Pick<ChangePublisher, 'entityChanged'>;
    },
  ) {}

  async list(
    _caller: Caller,
    isVisible: IsVisible = everything,
  ): Promise<Target[]> {
    const { engines, targets } = this.options;
    const [builtIn, registered] = await Promise.all([
      engines.builtInTargets(),
      targets
        .list()
        .then(list => this.observe(list.filter(({ row }) => isVisible(row)))),
    ]);
    return [...builtIn.map(target => toTarget(target)), ...registered];
  }

  async get(name: string): Promise<Target> {
    const stored = await this.options.targets.find(name);
    if (stored) return (await this.observe([stored]))[0];
    const builtIn = await this.builtIn(name);
    if (builtIn) return toTarget(builtIn);
    throw new NotFoundError(`Target "${name}" does not exist`);
  }

  async create(
    input: TargetInput,
    caller: Caller,
    isVisible: IsVisible = everything,
  ): Promise<Target> {
    const { engines, writer } = this.options;
    if (await this.isReserved(input.name)) {
      throw new ConflictError(`Target "${input.name}" exists already`);
    }
    const { result, replayed } = await writer.create(input, caller, stored =>
      toTargetRegistration(stored, engines.ofTargetType(input.type)),
    );
    if (!replayed) await this.announce(input.name, 'upsert');
    const warnings = await this.options.sameClusters.byAddress(
      input,
      isVisible,
    );
    return {
      ...(await this.get(input.name)),
      registered: result,
      ...(warnings.length && { warnings }),
    };
  }

  async update(
    name: string,
    input: TargetInput,
    ifMatch: IfMatch,
    caller: Caller,
    isVisible: IsVisible = everything,
  ): Promise<Target> {
    const { writer, targets, sameClusters } = this.options;
    await this.findEditable(name);
    const stored = await writer.update(name, input, ifMatch, caller);
    await this.announce(name, 'upsert');
    const [target] = await this.observe([targets.toStored(stored)]);
    const warnings = await sameClusters.byAddress(input, isVisible);
    return { ...target, ...(warnings.length && { warnings }) };
  }

  async delete(name: string, ifMatch: IfMatch): Promise<void> {
    const { store, runs, tickets } = this.options;
    const what = `Target "${name}"`;
    const { row } = await this.findEditable(name);
    assertMatches(what, row, ifMatch);
    const deleted = await store.delete(row, async tx => {
      const live = await runs.activeOnTarget(name, tx);
      if (live.length) {
        throw new ConflictError(
          `${what} has ${live.length} run(s) that have not ended, ${live
            .slice(0, 5)
            .join(', ')}: stop them first`,
        );
      }
      const sessions = await countOpenSessions(
        { kind: 'target', place: name },
        tx,
      );
      if (sessions) {
        throw new ConflictError(
          `${what} has ${sessions} open SQL session(s): end them first, or wait until they are idle for long enough`,
        );
      }
      await tickets.deleteOf(row.id, tx);
    });
    if (!deleted) throw staleError(what);
    await this.announce(name, 'delete');
  }

  async test(
    name: string,
    edit: ConnectionEdit,
    caller: Caller,
    isVisible: IsVisible = everything,
  ): Promise<ConnectionTest> {
    const stored = await this.findRegistered(name);
    return this.options.trials.test(stored, edit, caller, isVisible);
  }

  async listTypes(): Promise<RegistrationTypeInfo[]> {
    return this.options.types.list();
  }

  async testConfig(
    typeName: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    isVisible: IsVisible = everything,
  ): Promise<ConnectionTest> {
    return this.options.trials.testConfig(typeName, edit, caller, isVisible);
  }

  async overview(name: string, caller: Caller) {
    return this.options.inspector.overview(name, caller);
  }

  async configuration(name: string) {
    return this.options.inspector.configuration(name);
  }

  async processes(name: string) {
    return this.options.inspector.processes(name);
  }

  async readText(name: string, request: ProcessTextRequest) {
    return this.options.inspector.readText(name, request);
  }

  async createUiTicket(name: string, caller: Caller): Promise<UiTicket> {
    const { types, tickets } = this.options;
    const { row } = await this.findRegistered(name);
    if (!types.find(row.type)?.ui) {
      throw new NotFoundError(
        `Target "${name}" of type ${row.type} has no user interface of its own`,
      );
    }
    return tickets.create(row.id, actorOf(caller.credentials));
  }

  private async observe(stored: StoredTarget[]): Promise<Target[]> {
    const { engines } = this.options;
    const observed = await engines.observe(
      stored.map(({ connection }) => connection),
    );
    const byName = new Map(observed.map(item => [item.target.name, item]));
    return stored.map(item => {
      const found = byName.get(item.row.name);
      return found ? toTarget(found, item) : toOrphanTarget(item);
    });
  }

  private async builtIn(name: string) {
    const builtIn = await this.options.engines.builtInTargets();
    return builtIn.find(({ target }) => target.name === name);
  }

  /** Of what nobody may register: the name of a built-in target, or of one in the configuration. */
  private async isReserved(name: string): Promise<boolean> {
    const stored = await this.options.targets.find(name);
    return stored?.readOnly || Boolean(await this.builtIn(name));
  }

  private async findRegistered(name: string): Promise<StoredTarget> {
    const stored = await this.options.targets.find(name);
    if (stored) return stored;
    throw (await this.builtIn(name))
      ? new ConflictError(`Target "${name}" is built in: it is not registered`)
      : new NotFoundError(`Target "${name}" does not exist`);
  }

  private async findEditable(name: string): Promise<StoredTarget> {
    const stored = await this.findRegistered(name);
    if (stored.readOnly) throw readOnlyError(name);
    return stored;
  }

  private async announce(name: string, change: 'upsert' | 'delete') {
    this.options.directory.forget(name);
    await this.options.publisher.entityChanged('target', name, change);
  }
}
