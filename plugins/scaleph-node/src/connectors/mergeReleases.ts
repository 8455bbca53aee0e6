import { Property } from './toOptionSchema';
import { ReleaseSchema } from './releaseSchema';

/** A connector's options in one release. @internal */
export interface Released {
  release: string;
  schema: ReleaseSchema;
}

/**
 * The options of all releases together, for a pipeline whose target is not known: an option that only some have says so in `x-releases`,
 * and a rule holds that is in all.
 * @param versions - oldest first
 * @internal
 */
export function mergeReleases(versions: Released[]): ReleaseSchema {
  const newest = versions[versions.length - 1].schema;
  const names = new Set(
    [...versions].reverse().flatMap(it => Object.keys(it.schema.properties)),
  );
  const inAll = <T>(rules: (schema: ReleaseSchema) => T[]) =>
    rules(newest).filter(rule =>
      versions.every(({ schema }) =>
        rules(schema).some(it => JSON.stringify(it) === JSON.stringify(rule)),
      ),
    );
  return {
    properties: Object.fromEntries(
      [...names].map(name => [name, mergeOption(name, versions)]),
    ),
    required: inAll(it => it.required),
    'x-exactly-one': inAll(it => it['x-exactly-one']),
    'x-bundled': inAll(it => it['x-bundled']),
    'x-conditional': inAll(it => it['x-conditional']),
  };
}

function mergeOption(name: string, versions: Released[]): Property {
  const having = versions.filter(({ schema }) =>
    Object.hasOwn(schema.properties, name),
  );
  const all = having.map(({ schema }) => schema.properties[name]);
  const choices = new Set(all.flatMap(it => (it.enum as string[]) ?? []));
  return {
    ...all[all.length - 1],
    ...(choices.size > 0 && { enum: [...choices] }),
    ...(having.length < versions.length && {
      'x-releases': having.map(({ release }) => release),
    }),
  };
}

/** The options of one release, with those that only others have by name. @internal */
export function atRelease(
  versions: Released[],
  release: string,
): ReleaseSchema | undefined {
  const schema = versions.find(it => it.release === release)?.schema;
  if (!schema) return undefined;
  const others: Record<string, string[]> = {};
  for (const version of versions) {
    for (const name of Object.keys(version.schema.properties)) {
      if (Object.hasOwn(schema.properties, name)) continue;
      others[name] = [...(others[name] ?? []), version.release];
    }
  }
  return { ...schema, 'x-other-releases': others };
}
