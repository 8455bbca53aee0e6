import { ConfigReader } from '@backstage/config';
import { readEmbeddedSettings } from './EmbeddedSettings';

const read = (directory: string, roots: string[]) =>
  readEmbeddedSettings(
    new ConfigReader({
      scaleph: { embedded: { directory }, files: { roots } },
    }),
  );

describe('scaleph.embedded.directory', () => {
  it.each(['/srv/data', '/srv/data/.runs', '/srv/data/../data/runs'])(
    'is refused where pipelines may write: %s',
    directory => {
      expect(() => read(directory, ['/srv/other', '/srv/data'])).toThrow(
        'lies inside of "/srv/data" of scaleph.files.roots',
      );
    },
  );

  it.each(['/srv/runs', '/srv/data-runs', '/srv'])('may be %s', directory => {
    expect(read(directory, ['/srv/data']).directory).toBe(directory);
  });
});
