import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { scalephDataSourceUsePermission } from '@scaleph/backstage-plugin-scaleph-common';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import {
  createScalephDataSourceConditionalDecision,
  scalephConditions,
} from '../permissions/conditionExports';

const API = '/api/scaleph';

const TO_WAREHOUSE = {
  pipeline: 'to-warehouse',
  draft: true,
  newest: true,
  versions: [1],
  runs: [],
};

/** Everybody may everything, but use only the data sources of their own group. */
class UseYourOwn implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (permission.name !== scalephDataSourceUsePermission.name) {
      return { result: AuthorizeResult.ALLOW };
    }
    const anna = user?.info.userEntityRef === 'user:default/anna';
    return createScalephDataSourceConditionalDecision(
      scalephDataSourceUsePermission,
      scalephConditions.dataSource.isOwner({
        claims: [anna ? 'group:default/data' : 'group:default/ops'],
      }),
    );
  }
}

function writingTo(dataSource: string, name: string) {
  const document = pipelineDocument(name);
  Object.assign(document.spec.nodes[2], {
    connector: 'Jdbc',
    dataSource,
    options: { table: 'orders' },
  });
  return document;
}

describeDatabases('Pipelines that use a data source', database => {
  let knex: Knex;
  let anna: ReturnType<TestScaleph['as']>;
  let otto: typeof anna;

  beforeAll(async () => {
    knex = await database.create();
    const scaleph = await startTestScaleph({
      knex,
      permissions: new PolicyPermissions(new UseYourOwn()),
    });
    anna = scaleph.as('user:default/anna');
    otto = scaleph.as('user:default/otto');
    await anna
      .post(`${API}/data-sources`)
      .send(dataSourceInput('warehouse'))
      .expect(201);
    await anna
      .post(`${API}/pipelines`)
      .send({
        document: writingTo('resource:default/warehouse', 'to-warehouse'),
        publish: true,
      })
      .expect(201);
  });

  it('are found by it, and it knows them', async () => {
    const { body } = await anna
      .get(`${API}/pipelines`)
      .query({ dataSource: 'warehouse' })
      .expect(200);
    expect(body.items).toMatchObject([
      { name: 'to-warehouse', dataSources: ['warehouse'] },
    ]);
    const used = await anna.get(`${API}/data-sources/warehouse`).expect(200);
    expect(used.body.usedBy).toEqual([TO_WAREHOUSE]);
    await anna
      .delete(`${API}/data-sources/warehouse`)
      .set('If-Match', used.body.etag)
      .expect(409);
  });

  it('keep it as long as the newest version uses it, though the draft no longer does', async () => {
    const created = await anna
      .post(`${API}/pipelines`)
      .send({ document: writingTo('warehouse', 'leaving'), publish: true })
      .expect(201);
    const saved = await anna
      .put(`${API}/pipelines/leaving`)
      .set('If-Match', created.body.etag)
      .send({ document: pipelineDocument('leaving') })
      .expect(200);
    expect(saved.body.dataSources).toEqual(['warehouse']);
    await anna
      .post(`${API}/pipelines/leaving/versions`)
      .set('If-Match', saved.body.etag)
      .send({})
      .expect(201);
    const { body } = await anna.get(`${API}/pipelines/leaving`).expect(200);
    expect(body.dataSources).toEqual([]);
    const used = await anna.get(`${API}/data-sources/warehouse`).expect(200);
    expect(used.body.usedBy).toEqual([
      {
        pipeline: 'leaving',
        draft: false,
        newest: false,
        versions: [1],
        runs: [],
      },
      TO_WAREHOUSE,
    ]);
  });

  it('keep it for versions that can be restored, unless these are given up', async () => {
    await anna
      .post(`${API}/data-sources`)
      .send(dataSourceInput('old'))
      .expect(201);
    const created = await anna
      .post(`${API}/pipelines`)
      .send({ document: writingTo('old', 'moved'), publish: true })
      .expect(201);
    const remove = (olderVersions?: string) =>
      anna
        .delete(`${API}/data-sources/old`)
        .query({ olderVersions })
        .set('If-Match', '*');
    const refused = await remove('ignore').expect(409);
    expect(refused.body.error.message).toBe(
      'Data source "old" is used by pipeline "moved" (draft, version 1): take it out of drafts and newest versions, and stop their runs, first',
    );
    const saved = await anna
      .put(`${API}/pipelines/moved`)
      .set('If-Match', created.body.etag)
      .send({ document: pipelineDocument('moved') })
      .expect(200);
    const used = await anna.get(`${API}/data-sources/old`).expect(200);
    expect(used.body.usedBy).toMatchObject([
      { pipeline: 'moved', draft: false, newest: true, versions: [1] },
    ]);
    await anna
      .post(`${API}/pipelines/moved/versions`)
      .set('If-Match', saved.body.etag)
      .send({})
      .expect(201);
    const kept = await remove().expect(409);
    expect(kept.body.error.message).toMatch(
      /"moved" \(version 1\): no version of these could be run or restored/,
    );
    await remove('sometimes').expect(400);
    await remove('ignore').expect(204);
  });

  it('are saved with their problems where a script names what no data source can be called', async () => {
    const name = 'x'.repeat(301);
    const { body } = await anna
      .post(`${API}/pipelines`)
      .send({
        document: {
          ...pipelineDocument('long-name'),
          spec: {
            type: 'flink-sql',
            mode: 'batch',
            sql: {
              script: `INSERT INTO b SELECT '\${data-source.${name}.url}'`,
            },
          },
        },
      })
      .expect(201);
    expect(body.problems).not.toEqual([]);
  });

  it('are told where an older version names what no data source can be called', async () => {
    const created = await anna
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument('odd'), publish: true })
      .expect(201);
    // As an import leaves it: of older versions it tells the problems alone.
    const script = `SELECT '\${data-source.${'x'.repeat(301)}.url}'`;
    await knex('pipeline_versions')
      .whereIn(
        'pipeline_id',
        knex('pipelines').select('id').where({ name: 'odd' }),
      )
      .update({
        document: JSON.stringify({
          ...created.body.document,
          spec: { ...created.body.document.spec, sql: { script } },
        }),
      });
    const { body } = await anna
      .get(`${API}/data-sources/warehouse`)
      .expect(200);
    expect(body.usedBy).toContainEqual(TO_WAREHOUSE);
  });

  it.each([
    ['plan', `${API}/pipelines/to-warehouse/plan`, {}],
    ['run', `${API}/pipelines/to-warehouse/runs`, {}],
    [
      'create and publish',
      `${API}/pipelines`,
      { document: writingTo('warehouse', 'of-otto'), publish: true },
    ],
  ])(
    'refuse to %s for those who may not use the data source',
    async (_verb, path, body) => {
      const refused = await otto.post(path).send(body).expect(403);
      expect(refused.body.error.message).toContain('"warehouse"');
      expect(refused.body.error.message).toContain('scaleph.data-source.use');
    },
  );

  it('refuse to be published by those who may not use it, and may be drafted by them', async () => {
    const drafted = await otto
      .post(`${API}/pipelines`)
      .send({ document: writingTo('warehouse', 'drafted') })
      .expect(201);
    await otto
      .post(`${API}/pipelines/drafted/versions`)
      .set('If-Match', drafted.body.etag)
      .send({})
      .expect(403);
    const { body } = await otto.get(`${API}/pipelines/drafted`).expect(200);
    expect(body).toEqual(drafted.body);
    await anna
      .post(`${API}/pipelines/drafted/versions`)
      .set('If-Match', drafted.body.etag)
      .send({})
      .expect(201);
  });

  it('plan an old version only for those who may use what that version uses', async () => {
    await otto
      .post(`${API}/pipelines/leaving/plan`)
      .send({ version: '2' })
      .expect(200);
    await otto
      .post(`${API}/pipelines/leaving/plan`)
      .send({ version: '1' })
      .expect(403);
  });

  it('say so when it is not there any more, and when it is of another kind', async () => {
    const { body } = await anna
      .post(`${API}/validations`)
      .send({ document: writingTo('gone', 'x') })
      .expect(200);
    expect(body.problems).toMatchObject([
      { code: 'unknown-data-source', node: 'print' },
    ]);
    const wrong = pipelineDocument('y');
    Object.assign(wrong.spec.nodes[2], {
      connector: 'LocalFile',
      dataSource: 'warehouse',
      options: { path: 'out', file_format_type: 'csv' },
    });
    const other = await anna
      .post(`${API}/validations`)
      .send({ document: wrong })
      .expect(200);
    expect(other.body.problems).toMatchObject([
      { code: 'wrong-data-source-type', node: 'print' },
    ]);
  });
});
