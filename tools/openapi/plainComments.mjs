/**
 * Code of openapi-typescript with comments that TSDoc, and with it API Extractor, understands: without JSDoc's `@description` and `@enum`,
 * with the default in words.
 *
 * @param {string} code
 */
export function plainComments(code) {
  return code
    .replace(/^ *\/\*\* @enum \{\w+\} \*\/\n/gm, '')
    .replace(/\/\*\*[\s\S]*?\*\//g, comment =>
      comment
        .replace(/^ *\* @enum \{\w+\}\n/gm, '')
        .replace(/@description /g, '')
        .replace(/@default (.*?)(?= *\*\/|$)/gm, 'Default: `$1`')
        .replace(/`[^`]*`|[{}]/g, part =>
          part.startsWith('`') ? part : `\\${part}`,
        ),
    );
}
