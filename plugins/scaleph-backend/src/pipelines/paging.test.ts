import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { toDraftColumns } from './pipelineRows';

const API = '/api/scaleph/pipelines';
const COUNT = 1000;

interface Item {
  name: string;
  owner: string;
  tags: string[];
  updatedAt: string;
}

/** Case, dashes and dots sort differently by locale; the pages must not. */
function nameOf(index: number): string {
  const forms = ['a-b', 'A-b', 'ab', 'a.b', 'a_b', 'B', 'b', 'Zz', 'z'];
  return `${forms[index % forms.length]}${(index * 7919) % COUNT}`;
}

describeDatabases('Paging over 1,000 pipelines', database => {
  let user: ReturnType<TestScaleph['as']>;
  let all: Item[];

  beforeAll(async () => {
    const knex = await database.create();
    all = await insertPipelines(knex);
    const scaleph = await startTestScaleph({ knex });
    user = scaleph.as('user:default/anna');
  });

  async function readAll(query: object): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await user
        .get(API)
        .query({ ...query, limit: 93, cursor })
        .expect(200);
      items.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    return items;
  }

  const byBytes = (a: string, b: string) => {
    if (a === b) return 0;
    return a < b ? -1 : 1;
  };

  it.each(['name', '-name', 'owner', '-owner', 'updatedAt', '-updatedAt'])(
    'sorted by %s gives each once, in order',
    async sort => {
      const field = sort.replace('-', '') as 'name' | 'owner' | 'updatedAt';
      const items = await readAll({ sort });
      expect(items.map(({ name }) => name).sort()).toEqual(
        all.map(({ name }) => name).sort(),
      );
      const values = items.map(item => item[field]);
      const sorted = all.map(item => item[field]).sort(byBytes);
      expect(values).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
    },
  );

  it.each<[string, object, (item: Item) => boolean]>([
    [
      'owners',
      { owner: ['group:default/g1', 'group:default/g2'] },
      item => /g[12]$/.test(item.owner),
    ],
    ['a tag', { tag: 'even' }, item => item.tags.includes('even')],
    ['words', { search: 'A-B' }, item => /a-b/i.test(item.name)],
    [
      'a wildcard as a plain character',
      { search: 'a_b' },
      item => /a_b/i.test(item.name),
    ],
    [
      'a filter of two',
      { search: 'zz', tag: 'even' },
      item => /zz/i.test(item.name) && item.tags.includes('even'),
    ],
    ['a state that no run has', { state: 'RUNNING' }, () => false],
    ['a data source that nobody uses', { dataSource: 'x' }, () => false],
  ])('filtered by %s', async (_case, query, matches) => {
    const expected = all.filter(matches).map(({ name }) => name);
    const items = await readAll(query);
    expect(items.map(({ name }) => name)).toEqual(expected.sort(byBytes));
    const { body } = await user.get(API).query({ ...query, limit: 1 });
    expect(body.totalItems).toBe(expected.length);
  });

  it('goes on in the right place when others add and remove', async () => {
    const first = await user.get(API).query({ limit: 10 }).expect(200);
    await user
      .post(API)
      .send({ document: pipelineDocument('0-before-all') })
      .expect(201);
    const second = await user
      .get(API)
      .query({ limit: 10, cursor: first.body.nextCursor })
      .expect(200);
    expect(
      [...first.body.items, ...second.body.items].map(item => item.name),
    ).toEqual(
      all
        .map(({ name }) => name)
        .sort(byBytes)
        .slice(0, 20),
    );
  });
});

async function insertPipelines(knex: Knex): Promise<Item[]> {
  const items = Array.from({ length: COUNT }, (_, index) => ({
    name: nameOf(index),
    owner: `group:default/g${index % 7}`,
    tags: index % 2 ? [] : ['even'],
    // Many share a time: the id breaks the tie.
    updatedAt: new Date(Date.UTC(2026, 0, 1, 0, index % 50)).toISOString(),
  }));
  const rows = items.map(({ name, owner, tags, updatedAt }) => {
    const { metadata, spec } = pipelineDocument(name, {
      owner,
      metadata: { tags },
    });
    return {
      id: randomUUID(),
      name,
      ...toDraftColumns({
        apiVersion: 'scaleph.io/v1alpha1',
        kind: 'Pipeline',
        metadata,
        spec,
      } as Parameters<typeof toDraftColumns>[0]),
      data_sources: '[]',
      has_unpublished_changes: true,
      problem_count: 0,
      revision: 1,
      created_at: updatedAt,
      created_by: 'user:default/anna',
      updated_at: updatedAt,
      updated_by: 'user:default/anna',
    };
  });
  await knex.batchInsert('pipelines', rows, 40);
  await knex.batchInsert(
    'pipeline_tags',
    rows
      .filter(row => row.tags !== '[]')
      .map(row => ({ pipeline_id: row.id, tag: 'even' })),
    100,
  );
  return items;
}
