import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { randomBytes } from 'node:crypto';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { RecordingAuditor } from '../__testUtils__/RecordingAuditor';
import { Audit } from '../audit/Audit';
import { ChangePublisher } from '../events/ChangePublisher';
import { Idempotency } from '../http/Idempotency';
import {
  createDataSourcesRoom,
  DataSourcesRoom,
} from './createDataSourcesRoom';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const caller = { credentials: mockCredentials.user('user:default/anna') };
const key = { id: 'k', key: randomBytes(32).toString('base64') };
const config = dataSourceInput('x').config;

describeDatabases('The directory of data sources', database => {
  let room: DataSourcesRoom;

  beforeAll(async () => {
    process.env.SCALEPH_SECRET_DIRECTORY_TEST = 'from the environment';
    const knex = await database.create();
    const logger = mockServices.logger.mock();
    room = await createDataSourcesRoom({
      knex,
      logger,
      config: new ConfigReader({ scaleph: { secrets: { keys: [key] } } }),
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions(),
      // Everything is allowed here, so no rule is asked.
      permissionsRegistry: mockServices.permissionsRegistry.mock({
        getPermissionRuleset: () => ({ getRuleByName: jest.fn() }),
      }),
      audit: new Audit(new RecordingAuditor()),
      idempotency: new Idempotency(knex),
      publisher: new ChangePublisher({
        events: mockServices.events.mock(),
        signals: { publish: async () => {} },
        logger,
      }),
      engines: { list: () => [] } as never,
      dataSourceTypes: [],
      secretResolvers: [],
    });
    const secrets = {
      valued: { value: 'pass-of-valued' },
      referring: { environment: 'SCALEPH_SECRET_DIRECTORY_TEST' },
      broken: { environment: 'SCALEPH_SECRET_DIRECTORY_NONE' },
    };
    for (const [name, password] of Object.entries(secrets)) {
      const input = dataSourceInput(name, { secrets: { password } });
      await room.service.create(input, caller);
    }
    await room.service.create(dataSourceInput('bare'), caller);
  });

  afterAll(() => {
    delete process.env.SCALEPH_SECRET_DIRECTORY_TEST;
  });

  it('looks up those that exist', async () => {
    const found = await room.directory.lookUp(['valued', 'none', 'bare']);
    expect([...found.keys()].sort()).toEqual(['bare', 'valued']);
    expect(found.get('bare')).toEqual({
      name: 'bare',
      type: 'postgresql',
      owner: 'group:default/data',
    });
  });

  it('gives connections without secrets', async () => {
    const connections = await room.directory.connections(['valued']);
    expect(connections).toEqual({
      valued: {
        dataSource: 'valued',
        type: 'postgresql',
        config,
        held: { secrets: ['password'], files: [] },
      },
    });
  });

  it('gives connections with secrets from where they are kept', async () => {
    const connections = await room.directory.connectionsWithSecrets([
      'valued',
      'referring',
      'bare',
    ]);
    expect(connections).toEqual({
      valued: {
        dataSource: 'valued',
        type: 'postgresql',
        config,
        secrets: { password: 'pass-of-valued' },
      },
      referring: expect.objectContaining({
        secrets: { password: 'from the environment' },
      }),
      bare: expect.objectContaining({ secrets: {} }),
    });
  });

  it('names what does not exist', async () => {
    await expect(room.directory.connections(['bare', 'none'])).rejects.toThrow(
      'Data source "none" does not exist',
    );
    await expect(
      room.directory.connectionsWithSecrets(['none']),
    ).rejects.toThrow('Data source "none" does not exist');
    await expect(
      room.directory.connectionsWithSecrets(['broken']),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message:
        'Data source "broken": Environment variable "SCALEPH_SECRET_DIRECTORY_NONE" is not set in the back end',
    });
  });

  it('passes over names that do not exist when it is asked for use', async () => {
    await expect(
      room.directory.requireUse(['none'], caller),
    ).resolves.toBeUndefined();
  });

  it('gives owners to the permission system in the order that was asked for', async () => {
    const owners = await room.ownedResources(['none', 'bare']);
    expect(owners.map(owner => owner?.owner)).toEqual([
      undefined,
      'group:default/data',
    ]);
  });
});
