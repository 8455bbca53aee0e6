import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { readRepository } from './readRepository';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
    },
  }),
);

test.each([
  [
    'https://github.com/shop/data/tree/main/orders/pipeline.yaml',
    {
      provider: 'github',
      repoUrl: 'github.com?owner=shop&repo=data',
      branch: 'main',
    },
  ],
  [
    'https://gitlab.com/shop/team/data/-/blob/main/pipeline.yaml',
    {
      provider: 'gitlab',
      repoUrl: 'gitlab.com?owner=shop%2Fteam&repo=data',
      branch: 'main',
    },
  ],
])('%s', (url, repository) => {
  expect(readRepository(url, integrations)).toEqual(repository);
});

test.each(['https://files.example.com/pipeline.yaml', '/srv/pipeline.yaml'])(
  '%s is of no repository that the portal could write to',
  url => {
    expect(() => readRepository(url, integrations)).toThrow(
      'download the patch',
    );
  },
);
