import { mockCredentials } from '@backstage/backend-test-utils';
import {
  builtInDataSourceTypes,
  ConnectionWithSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { dataSourceFields } from './dataSourceFields';
import { SecretScrubber } from './SecretScrubber';
import { SessionSecrets } from './SessionSecrets';
import { SqlStatements } from './SqlStatements';

const caller = { credentials: mockCredentials.user('user:default/anna') };
const events: ConnectionWithSecrets = {
  dataSource: 'events',
  type: 'kafka',
  config: {
    ...{ bootstrapServers: 'k:1', securityProtocol: 'SASL_PLAINTEXT' },
    user: 'etl',
  },
  secrets: { password: `n33dle"'\\x` },
};
const directory: Pick<
  DataSourceDirectory,
  'lookUp' | 'requireUse' | 'connectionsWithSecrets'
> = {
  lookUp: async () =>
    new Map([
      ['events', { name: 'events', type: 'kafka', owner: 'group:default/a' }],
    ]),
  requireUse: async () => {},
  connectionsWithSecrets: async () => ({ events }),
};
const fields = dataSourceFields(builtInDataSourceTypes);
const statements = new SqlStatements({
  dataSources: directory as DataSourceDirectory,
  fields,
});
const CREATE =
  "CREATE TABLE a (x INT) WITH ('properties.sasl.jaas.config' = '${data-source.events.saslJaasConfig}')";

it('has the settings of a client with the secret in them, escaped for both', async () => {
  const { text } = await statements.prepare(CREATE, {}, caller);
  expect(text).toContain(`password="n33dle\\"''\\\\x";'`);
});

it('does not let them out of the options of a table', async () => {
  await expect(
    statements.prepare(
      "SELECT '${data-source.events.saslJaasConfig}'",
      {},
      caller,
    ),
  ).rejects.toThrow('is a secret');
});

it('knows them again in what a session answers', async () => {
  const { text } = await statements.prepare(CREATE, {}, caller);
  const secrets = new SessionSecrets(directory, fields);
  const scrubber: SecretScrubber = await secrets.scrubberOf({
    data_sources: JSON.stringify(['events']),
  });
  const answer = text.replace(/''/g, "'");
  expect(answer).toContain('n33dle');
  expect(scrubber.text(answer)).not.toContain('n33dle');
});
