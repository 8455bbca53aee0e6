import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { readFile } from 'node:fs/promises';
import { FlinkPortal } from '../__testUtils__/FlinkPortal';
import { testDatabases } from '../__testUtils__/testDatabases';
import { testJar } from '../__testUtils__/testJar';

// Each starts jobs of a real cluster.
jest.setTimeout(180_000);

const [database] = testDatabases();

describeWithFlink('Uploaded jars of a run', lab => {
  const spec = (upload: string) => ({
    type: 'flink-jar',
    mode: 'streaming',
    jar: { artifact: { upload } },
  });

  it('are the ones that it was started with, or it does not go on', async () => {
    const portal = await FlinkPortal.start({ knex: await database.create() });
    await portal.register(lab);
    const jar = await readFile(lab.jars.topSpeedWindowing);
    const other = testJar('Manifest-Version: 1.0\r\n\r\n');
    await portal.upload('job.jar', jar);
    await portal.upload('other.jar', other);
    await portal.publish('cars', spec('job.jar'));
    const id = await portal.run('cars');
    await portal.until(id, 'RUNNING');
    await portal.act(id, { action: 'suspend' });
    await portal.until(id, 'SUSPENDED');

    // The newest version does without it, so that it may be deleted: the same bytes under the name are the same jar.
    await portal.publish('cars', spec('other.jar'));
    await portal.removeUpload('job.jar');
    await portal.upload('job.jar', jar);
    await portal.act(id, { action: 'resume' });
    await portal.until(id, 'RUNNING', 2);
    await portal.act(id, { action: 'suspend' });
    await portal.until(id, 'SUSPENDED', 2);

    await portal.removeUpload('job.jar');
    await portal.upload('job.jar', other);
    await portal.act(id, { action: 'resume' });
    const failed = await portal.until(id, 'FAILED');
    expect(failed.reason).toMatch(
      /^Artifact "job\.jar" is another jar than the one that this run was started with: its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}/,
    );

    await portal.removeUpload('job.jar');
    const { body } = await portal.agent
      .post('/api/scaleph/pipelines/cars/runs')
      .send({ target: 'lab', version: 1 })
      .expect(400);
    expect(body.error.message).toContain('"job.jar" does not exist');
  });
});
