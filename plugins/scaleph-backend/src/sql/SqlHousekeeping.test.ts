import { mockServices } from '@backstage/backend-test-utils';
import { SqlSessionGoneError } from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { newOperation } from './newOperation';
import { ResultPages } from './ResultPages';
import { readSqlConfig } from './SqlConfig';
import { SqlHousekeeping } from './SqlHousekeeping';
import { SqlPlaces } from './SqlPlaces';
import { SqlSessionRow } from './sqlRows';
import { SqlSessionDesk } from './SqlSessionDesk';
import { SqlStore } from './SqlStore';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describeDatabases('Housekeeping of SQL', database => {
  const config = readSqlConfig(mockServices.rootConfig());
  const logger = mockServices.logger.mock();
  let knex: Knex;
  let store: SqlStore;
  let housekeeping: SqlHousekeeping;
  let kept: string[];
  let closed: string[];
  let trouble: Record<string, Error>;

  beforeEach(async () => {
    knex = await database.create();
    store = new SqlStore(knex);
    kept = [];
    closed = [];
    trouble = {};
    const call = (into: string[]) => async (session: SqlSessionRow) => {
      into.push(session.title);
      if (trouble[session.title]) throw trouble[session.title];
    };
    const places = {
      runner: async () => ({ keepAlive: call(kept), close: call(closed) }),
    } as unknown as SqlPlaces;
    const sessions = new SqlSessionDesk({
      ...({} as ConstructorParameters<typeof SqlSessionDesk>[0]),
      ...{ store, places, config, logger },
    });
    const pages = new ResultPages(knex);
    housekeeping = new SqlHousekeeping({
      store,
      places,
      sessions,
      pages,
      config,
      logger,
    });
  });

  const session = (title: string, lastUsed: number): SqlSessionRow => ({
    id: title,
    actor: 'user:default/anna',
    kind: 'target',
    place: 'flink',
    dialect: 'flink',
    title,
    environment: null,
    may_write: false,
    state: 'open',
    reason: null,
    handle: '{}',
    settings: '{}',
    variables: '{}',
    jars: '[]',
    data_sources: '[]',
    created_at: new Date(lastUsed).toISOString(),
    last_used_at: new Date(lastUsed).toISOString(),
    ended_at: null,
  });
  const states = async () =>
    Object.fromEntries(
      (await knex<SqlSessionRow>('sql_sessions')).map(it => [
        it.title,
        it.reason ?? it.state,
      ]),
    );

  it('ends idle sessions with what runs in them, and keeps the others', async () => {
    const now = Date.now();
    await store.insertSession(session('busy', now - 5 * MINUTE));
    await store.insertSession(session('idle', now - 31 * MINUTE));
    await store.insertSession(session('unreachable', now - 31 * MINUTE));
    await store.insertSession(session('gone', now - MINUTE));
    trouble.unreachable = new Error('refused');
    trouble.gone = new SqlSessionGoneError('The gateway was restarted');
    const running = newOperation(session('idle', now), 'SELECT 1');
    await store.insertOperation(running);

    await housekeeping.run(now);

    expect(kept.sort()).toEqual(['busy', 'gone']);
    expect(closed.sort()).toEqual(['idle', 'unreachable']);
    expect(await states()).toEqual({
      busy: 'open',
      idle: 'idle for 30 minutes',
      unreachable: 'idle for 30 minutes',
      gone: 'The gateway was restarted',
    });
    const ended = await store.findOperation(running.id, running.actor);
    expect(ended).toMatchObject({ state: 'canceled' });
  });

  it('ends statements whose back end died', async () => {
    const now = Date.now();
    const at = (age: number) => new Date(now - age).toISOString();
    const operations = {
      unsent: { started_at: at(2 * MINUTE) },
      sent: { started_at: at(2 * MINUTE), handle: '{}' },
      unseen: { handle: '{}', seen_at: at(2 * MINUTE) },
      seen: { handle: '{}', seen_at: at(1_000) },
      new: {},
    };
    for (const [id, more] of Object.entries(operations)) {
      const row = newOperation(session('s', now), id);
      await store.insertOperation({ ...row, id, ...more });
    }
    await housekeeping.run(now);
    const failed = knex('sql_operations').where('state', 'failed');
    expect(await failed.orderBy('id').pluck('id')).toEqual([
      'unseen',
      'unsent',
    ]);
  });

  it('forgets what is old', async () => {
    const now = Date.now();
    const at = (age: number) => new Date(now - age).toISOString();
    await store.insertSession({
      ...session('old', now - 2 * DAY),
      state: 'ended',
      ended_at: at(2 * DAY),
    });
    await store.insertSession({
      ...session('new', now),
      state: 'ended',
      ended_at: at(MINUTE),
    });
    const ages = { forgotten: 31 * DAY, kept: 29 * DAY, fresh: MINUTE };
    for (const [id, age] of Object.entries(ages)) {
      await store.insertOperation({
        ...newOperation(session('old', now), id),
        id,
        state: 'finished',
        ended_at: at(age),
      });
      await knex('sql_pages').insert({
        operation_id: id,
        page: 0,
        first_row: 0,
        row_count: 1,
        rows: '[[1]]',
      });
    }

    await housekeeping.run(now);

    expect(Object.keys(await states())).toEqual(['new']);
    expect(await knex('sql_operations').orderBy('id').pluck('id')).toEqual([
      'fresh',
      'kept',
    ]);
    expect(await knex('sql_pages').pluck('operation_id')).toEqual(['fresh']);
  });
});

describe('readSqlConfig', () => {
  it('has defaults', () => {
    expect(readSqlConfig(mockServices.rootConfig())).toMatchObject({
      sessionIdleTimeoutMs: 30 * MINUTE,
      dataSources: { maxRows: 10_000, timeoutMs: MINUTE },
    });
  });

  it.each([
    [{ sessionIdleTimeout: '0s' }, 'scaleph.sql.sessionIdleTimeout'],
    [{ statementsPerUser: -1 }, 'scaleph.sql.statementsPerUser'],
    [{ dataSources: { maxRows: 0 } }, 'scaleph.sql.dataSources.maxRows'],
  ])('refuses %j', (sql, key) => {
    const data = { scaleph: { sql } };
    expect(() => readSqlConfig(mockServices.rootConfig({ data }))).toThrow(key);
  });
});
