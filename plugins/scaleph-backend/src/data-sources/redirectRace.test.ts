import { postgresqlType } from '@scaleph/backstage-plugin-scaleph-node';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { dataSourceTypeModule } from '../__testUtils__/dataSourceTypeModule';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { startTestScaleph } from '../__testUtils__/startTestScaleph';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';

describeDatabases('An unconditional update', database => {
  it('never pairs its own host with a password that came in meanwhile', async () => {
    // The check of this host waits until the test lets it go on.
    let letGo = () => {};
    let entered = () => {};
    const isEntered = new Promise<void>(resolve => {
      entered = resolve;
    });
    let isShut = false;
    const opened = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const gated = {
      ...postgresqlType,
      type: 'gated',
      check: async ({ host }: { host?: unknown }) => {
        if (isShut && host === 'evil.example') {
          entered();
          await opened;
        }
        return [];
      },
    };
    const scaleph = await startTestScaleph({
      knex: await database.create(),
      features: [dataSourceTypeModule(gated)],
    });
    const attacker = scaleph.as('user:default/mallory');
    const owner = scaleph.as('user:default/anna');
    const path = `${API}/data-sources/shared`;
    const input = (host: string, password?: string) =>
      dataSourceInput('shared', {
        type: 'gated',
        config: { host, database: 'd', user: 'u' },
        ...(password && { secrets: { password: { value: password } } }),
      });
    await attacker
      .post(`${API}/data-sources`)
      .send(input('evil.example', 'mine'))
      .expect(201);

    isShut = true;
    // Same host as stored: nothing to ask for, at this moment.
    const attack = attacker
      .put(path)
      .set('If-Match', '*')
      .send(input('evil.example'))
      .then(response => response);
    await isEntered;
    await owner
      .put(path)
      .set('If-Match', '*')
      .send(input('good.example', 'password of the owner'))
      .expect(200);
    letGo();

    const { status, body } = await attack;
    expect(status).toBe(400);
    expect(body.error.problems).toMatchObject([{ code: 'secret-needed' }]);
    const now = await owner.get(path).expect(200);
    expect(now.body.location).toBe('good.example:5432/d');
  });
});
