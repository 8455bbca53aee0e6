import { isMap, parseDocument } from 'yaml';

/**
 * A definition of Flink CDC with what it leaves out of its part `pipeline`: the name, and the parallelism when one is given. What is
 * written stays, byte for byte where the part is whole already.
 * @public
 */
export function completeCdcDefinition(
  definition: string,
  defaults: { name: string; parallelism?: number },
): string {
  const document = parseDocument(definition);
  if (document.errors.length > 0 || !isMap(document.contents)) {
    return definition;
  }
  const missing = Object.entries(defaults).filter(
    ([name, value]) =>
      value !== undefined && !document.hasIn(['pipeline', name]),
  );
  if (missing.length === 0) return definition;
  if (!isMap(document.get('pipeline'))) {
    document.set('pipeline', document.createNode({}));
  }
  for (const [name, value] of missing) {
    document.setIn(['pipeline', name], value);
  }
  return document.toString({ lineWidth: 0 });
}
