import { createMockDirectory } from '@backstage/backend-test-utils';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { newRun, testDocument } from '../__testUtils__/newRun';
import { startTestScaleph } from '../__testUtils__/startTestScaleph';
import { createRun } from '../runs/operations/createRun';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/data-sources';
const directory = createMockDirectory();

describeDatabases('A data source', database => {
  it('is not deleted while a run of an old version uses it', async () => {
    const knex = await database.create();
    const scaleph = await startTestScaleph({
      knex,
      config: { scaleph: { files: { roots: [directory.path] } } },
    });
    const anna = scaleph.as('user:default/anna');
    const type = 'local-directory';
    const config = { directory: directory.path };
    for (const name of ['running', 'running-2']) {
      await anna.post(API).send(dataSourceInput(name, { type, config }));
    }
    const document = testDocument('gone');
    document.spec.nodes![0].dataSource = 'running-2';
    const run = newRun({ document, pipeline: 'gone' });
    await knex.transaction(async tx => {
      await createRun(tx, run);
      // Nobody takes it up.
      await tx('runs').update({ next_attempt_at: 1e15 });
    });
    const remove = (name: string) =>
      anna.delete(`${API}/${name}`).set('If-Match', '*');

    await remove('running').expect(204);
    const { body } = await remove('running-2').expect(409);
    expect(body.error.message).toBe(
      `Data source "running-2" is used by run ${run.id} of pipeline "gone": wait for the end, or stop it first`,
    );
    await knex('runs').update({ ended_at: run.createdAt });
    await remove('running-2').expect(204);
  });
});
