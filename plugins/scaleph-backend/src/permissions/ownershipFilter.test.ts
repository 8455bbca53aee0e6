import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { applyOwnershipFilter, OwnershipFilter } from './ownershipFilter';

const a = { owners: ['a'] };
const b = { owners: ['b'] };

describeDatabases('applyOwnershipFilter', database => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await database.create({ migrate: false });
    await knex.schema.createTable('rows', table => table.string('owner'));
    await knex('rows').insert(['a', 'b', 'c'].map(owner => ({ owner })));
  });

  it.each<[string, OwnershipFilter, string[]]>([
    ['all', 'all', ['a', 'b', 'c']],
    ['none', 'none', []],
    ['one owner', a, ['a']],
    ['owners', { owners: ['a', 'c'] }, ['a', 'c']],
    ['no owners', { owners: [] }, []],
    ['anyOf', { anyOf: [a, b] }, ['a', 'b']],
    ['allOf', { allOf: [{ owners: ['a', 'b'] }, b] }, ['b']],
    ['allOf of strangers', { allOf: [a, b] }, []],
    ['not', { not: a }, ['b', 'c']],
    ['not anyOf', { not: { anyOf: [a, b] } }, ['c']],
    [
      'anyOf of allOf and not',
      { anyOf: [{ allOf: [a, { not: b }] }, { not: { owners: ['a', 'b'] } }] },
      ['a', 'c'],
    ],
  ])('%s', async (_case, filter, owners) => {
    // A search beside it must not leak through an OR.
    const query = knex('rows').whereNot('owner', 'z').orderBy('owner');
    applyOwnershipFilter(query, filter, 'rows.owner');
    expect(await query.pluck('owner')).toEqual(owners);
  });
});
