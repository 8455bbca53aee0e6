import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  scalephSqlWritePermission,
  SqlObject,
  SqlSessionInput,
  SqlStatementInput,
  statementKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlObjectPath } from '@scaleph/backstage-plugin-scaleph-node';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { SessionGate } from './SessionGate';
import { SqlOperationDesk } from './SqlOperationDesk';
import { SqlPlaces } from './SqlPlaces';
import { SqlService } from './SqlService';
import { SqlSessionDesk } from './SqlSessionDesk';
import { StatementPlans } from './StatementPlans';

/** A tree is opened in many small steps: what it asked for last is kept this long. */
const OBJECTS_KEPT_MS = 5_000;

/** Sessions and statements, audited. @internal */
export class DefaultSqlService implements SqlService {
  private readonly objects = new Map<
    string,
    { until: number; items: Promise<SqlObject[]> }
  >();

  constructor(
    private readonly options: {
      gate: SessionGate;
      places: SqlPlaces;
      sessions: SqlSessionDesk;
      operations: SqlOperationDesk;
      plans: StatementPlans;
      permissions: PermissionsService;
      audit: Audit;
    },
  ) {}

  async listPlaces(caller: Caller) {
    const { gate, places, permissions } = this.options;
    await gate.requireSql(caller);
    const [found, [decision]] = await Promise.all([
      places.list(caller),
      permissions.authorize([{ permission: scalephSqlWritePermission }], {
        credentials: caller.credentials,
      }),
    ]);
    if (decision.result === AuthorizeResult.ALLOW) return found;
    return found.map(place => ({
      ...place,
      features: place.features.filter(feature => feature !== 'write'),
    }));
  }

  listSessions(caller: Caller) {
    return this.options.sessions.list(caller);
  }

  openSession(input: SqlSessionInput, caller: Caller) {
    const { kind, place, environment, write = false } = input;
    return this.options.audit.record(
      {
        eventId: 'sql-session-open',
        caller,
        meta: { kind, place, write, ...(environment && { environment }) },
      },
      () => this.options.sessions.open(input, caller),
      ({ id }) => ({ session: id }),
    );
  }

  getSession(id: string, caller: Caller) {
    return this.options.sessions.get(id, caller);
  }

  closeSession(id: string, caller: Caller) {
    return this.options.sessions.close(id, caller);
  }

  addJar(id: string, artifact: string, caller: Caller) {
    return this.options.audit.record(
      { eventId: 'sql-jar-add', caller, meta: { session: id, artifact } },
      () => this.options.sessions.addJar(id, artifact, caller),
    );
  }

  async complete(
    id: string,
    input: { statement: string; position: number },
    caller: Caller,
  ) {
    const { gate } = this.options;
    const { session, runner } = await gate.openSession(id, caller);
    return gate.on(session, () => runner.complete(session, input));
  }

  explain(id: string, input: SqlStatementInput, caller: Caller) {
    return this.options.plans.explain(id, input, caller);
  }

  async listObjects(id: string, path: SqlObjectPath, caller: Caller) {
    const { gate } = this.options;
    const { session, runner } = await gate.openSession(id, caller);
    const { catalog, database, table, functions } = path;
    const key = JSON.stringify([id, catalog, database, table, functions]);
    const now = Date.now();
    for (const [other, { until }] of this.objects) {
      if (until < now) this.objects.delete(other);
    }
    const known = this.objects.get(key);
    if (known) return known.items;
    const items = gate.on(session, () => runner.objects(session, path));
    this.objects.set(key, { until: now + OBJECTS_KEPT_MS, items });
    items.catch(() => this.objects.delete(key));
    return items;
  }

  listOperations(session: string, caller: Caller) {
    return this.options.operations.list(session, caller);
  }

  async execute(id: string, input: SqlStatementInput, caller: Caller) {
    const { gate, operations, audit } = this.options;
    this.forgetObjects(id);
    const { session, admission } = await gate.enter(id, caller, {
      toRun: true,
    });
    // The statement itself may hold what is nobody's business.
    const meta = {
      session: id,
      kind: session.kind,
      place: session.place,
      write: Boolean(session.may_write),
      statement: statementKind(input.statement, session.dialect),
    };
    return audit.record(
      { eventId: 'sql-statement', severityLevel: 'low', caller, meta },
      async () => operations.execute(session, await admission, input, caller),
      ({ operation }) => ({ operation: operation.id, state: operation.state }),
    );
  }

  getOperation(id: string, caller: Caller) {
    return this.options.operations.get(id, caller);
  }

  fetchRows(
    id: string,
    options: { token?: string; waitMs: number; maxRows: number },
    caller: Caller,
  ) {
    return this.options.operations.fetchRows(id, options, caller);
  }

  cancel(id: string, caller: Caller) {
    return this.options.audit.record(
      {
        eventId: 'sql-cancel',
        severityLevel: 'low',
        caller,
        meta: { operation: id },
      },
      () => this.options.operations.cancel(id, caller),
    );
  }

  /** A statement may have made or dropped something. */
  private forgetObjects(session: string) {
    for (const key of this.objects.keys()) {
      if (key.startsWith(JSON.stringify([session]).slice(0, -1))) {
        this.objects.delete(key);
      }
    }
  }
}
