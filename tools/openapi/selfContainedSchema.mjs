const REF = '#/components/schemas/';

/**
 * One schema of an OpenAPI document with everything that it refers to under `$defs`, as plain JSON schema. Of what OpenAPI 3.0
 * adds to JSON schema only `nullable` would change a verdict, so a schema that uses it is refused.
 *
 * @param {object} spec the OpenAPI document
 * @param {string} name of a schema under `components/schemas`
 */
export function selfContainedSchema(spec, name) {
  const definitions = {};

  function convert(value) {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    if (value.nullable) throw new Error(`${name}: "nullable" is not supported`);
    if (!value.$ref?.startsWith(REF)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, child]) => [key, convert(child)]),
      );
    }
    const target = value.$ref.slice(REF.length);
    if (!(target in definitions)) {
      definitions[target] = undefined;
      definitions[target] = convert(spec.components.schemas[target]);
    }
    return { $ref: `#/$defs/${target}` };
  }

  return { ...convert(spec.components.schemas[name]), $defs: definitions };
}
