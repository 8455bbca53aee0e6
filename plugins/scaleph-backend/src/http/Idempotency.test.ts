import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { Idempotency } from './Idempotency';

describeDatabases('Idempotency', database => {
  const call = (idempotencyKey: string | undefined, body: unknown) => ({
    caller: { credentials: mockCredentials.user(), idempotencyKey },
    operation: 'createThing',
    body,
  });
  let knex: Knex;
  let idempotency: Idempotency;

  beforeAll(async () => {
    knex = await database.create();
    await knex.schema.createTable('things', table => {
      table.increments('id');
      table.string('name');
    });
    idempotency = new Idempotency(knex);
  });
  beforeEach(() => knex('things').delete());

  const make = (name: string) => async (tx: Knex.Transaction) => {
    await tx('things').insert({ name });
    return { name, at: Math.random() };
  };

  it('answers the first result again, whatever the order of the fields', async () => {
    const first = await idempotency.run(call('a', { x: 1, y: 2 }), make('x'));
    const again = await idempotency.run(call('a', { y: 2, x: 1 }), make('y'));
    expect(again).toEqual({ result: first.result, replayed: true });
    expect(first.replayed).toBe(false);
    expect(await knex('things').pluck('name')).toEqual(['x']);
  });

  it('refuses another body under the same key', async () => {
    await idempotency.run(call('b', { x: 1 }), make('x'));
    await expect(
      idempotency.run(call('b', { x: 2 }), make('y')),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await knex('things').pluck('name')).toEqual(['x']);
  });

  it('keeps callers and operations apart', async () => {
    const other = {
      ...call('c', {}),
      caller: {
        credentials: mockCredentials.user('user:default/other'),
        idempotencyKey: 'c',
      },
    };
    await idempotency.run(call('c', {}), make('mine'));
    await idempotency.run(other, make('theirs'));
    await idempotency.run(
      { ...call('c', {}), operation: 'createOther' },
      make('other'),
    );
    expect(await knex('things').count({ n: '*' }).first()).toEqual({
      n: database.name === 'PostgreSQL' ? '3' : 3,
    });
  });

  it('executes one of many at the same time', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        idempotency.run(call('d', { x: 1 }), make('x')),
      ),
    );
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(results.map(({ result }) => result.at)).size).toBe(1);
    expect(await knex('things').pluck('name')).toEqual(['x']);
  });

  it('keeps nothing of an effect that failed, and does it on the next call', async () => {
    await expect(
      idempotency.run(call('e', {}), async tx => {
        await make('lost')(tx);
        throw new Error('disk full');
      }),
    ).rejects.toThrow('disk full');
    expect(await knex('things').pluck('name')).toEqual([]);
    const { replayed } = await idempotency.run(call('e', {}), make('kept'));
    expect(replayed).toBe(false);
    expect(await knex('things').pluck('name')).toEqual(['kept']);
  });

  it('forgets after a day', async () => {
    await idempotency.run(call('f', { x: 1 }), make('x'));
    await knex('idempotency_keys').update({
      expires_at: new Date(Date.now() - 1000).toISOString(),
    });
    await idempotency.run(call('f', { x: 2 }), make('y'));
    expect(await knex('things').pluck('name')).toEqual(['x', 'y']);
    expect(await idempotency.cleanUp()).toBeGreaterThan(0);
  });

  it('runs every time without a key', async () => {
    await idempotency.run(call(undefined, {}), make('x'));
    await idempotency.run(call(undefined, {}), make('x'));
    expect(await knex('things').pluck('name')).toEqual(['x', 'x']);
  });
});
