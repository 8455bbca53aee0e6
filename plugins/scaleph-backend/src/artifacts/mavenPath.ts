import { InputError } from '@backstage/errors';

const PART = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/**
 * Where a jar is in a Maven repository: `org/example/a/1.0/a-1.0-tests.jar` for `org.example:a:1.0:tests`. Throws InputError for what
 * are no coordinates.
 * @internal
 */
export function mavenPath(coordinates: string): string {
  const parts = coordinates.split(':');
  const isRight = parts.length === 3 || parts.length === 4;
  if (!isRight || !parts.every(part => PART.test(part))) {
    throw new InputError(
      `"${coordinates}" are no Maven coordinates: write group:artifact:version, or group:artifact:version:classifier`,
    );
  }
  const [group, artifact, version, classifier] = parts;
  const file = [artifact, version, ...(classifier ? [classifier] : [])];
  return `${group.replaceAll('.', '/')}/${artifact}/${version}/${file.join(
    '-',
  )}.jar`;
}
