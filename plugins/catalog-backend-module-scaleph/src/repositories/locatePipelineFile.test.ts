import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { locatePipelineFile } from './locatePipelineFile';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
    },
  }),
);

const github =
  'https://github.com/shop/data/blob/main/orders/catalog-info.yaml';
const plain = 'https://files.example.com/shop/orders/catalog-info.yaml';

test.each([
  [
    './pipeline.yaml',
    github,
    'https://github.com/shop/data/tree/main/orders/pipeline.yaml',
    'orders/pipeline.yaml',
    'github.com/shop/data',
  ],
  [
    '../shared/pipeline.yaml',
    github,
    'https://github.com/shop/data/tree/main/shared/pipeline.yaml',
    'shared/pipeline.yaml',
    'github.com/shop/data',
  ],
  [
    'pipeline.yaml',
    'https://gitlab.com/shop/data/-/blob/main/catalog-info.yaml',
    'https://gitlab.com/shop/data/-/blob/main/pipeline.yaml',
    'pipeline.yaml',
    'gitlab.com/shop/data',
  ],
  [
    'a/pipeline.yaml',
    plain,
    'https://files.example.com/shop/orders/a/pipeline.yaml',
    'a/pipeline.yaml',
    'files.example.com/shop/orders/',
  ],
])('%s beside %s', (reference, base, url, path, repository) => {
  expect(locatePipelineFile(reference, base, integrations)).toEqual({
    url,
    path,
    repository,
  });
});

test.each([
  ['https://github.com/other/secret/blob/main/pipeline.yaml', github],
  ['//other.example.com/pipeline.yaml', github],
  ['/pipeline.yaml', github],
  ['file:///etc/passwd', github],
  ['..\\..\\pipeline.yaml', github],
  // Out of the branch, the repository and the owner.
  ['../../other/pipeline.yaml', github],
  ['../../../../secret/blob/main/pipeline.yaml', github],
  ['../../../../../other/secret/blob/main/pipeline.yaml', github],
  ['../pipeline.yaml', plain],
  ['a/../../pipeline.yaml', plain],
  ['..%2fsecret.yaml', plain],
  ['a/..%252f..%252fsecret.yaml', plain],
  ['%2e%2e/secret.yaml', plain],
  ['a%zz.yaml', plain],
  ['pipeline.yaml?token=1', plain],
  ['a\n+++ b/other.yaml', plain],
])('%s is refused beside %s', (reference, base) => {
  expect(() => locatePipelineFile(reference, base, integrations)).toThrow(
    /leads out of|is not a path/,
  );
});
