import { parse } from 'yaml';
import { isAllowedPath } from './allowedPaths';
import { optionProblem } from './checkOption';
import { FlinkSqlPolicy } from './FlinkSqlPolicy';

/** Which tables are meant, as regular expressions. */
const TABLES = /^tables(?:\.|$)/;
/** A server or a storage, as far as its credentials allow. */
const ELSEWHERE =
  /^(?!file:|local:|jar:|jdbc:)[a-z][a-z0-9+.-]*:\/\/[^\s,;]*$/i;

/**
 * What the ends of a definition of Flink CDC may not reach on the machines of a cluster: their options go to the same drivers as those
 * of tables in SQL, and the same policy holds. One message each.
 * @param definition - YAML with its placeholders filled in; one that cannot be read is refused
 * @public
 */
export function checkCdcOptions(
  definition: string,
  policy: FlinkSqlPolicy,
): string[] {
  const parts = read(definition);
  if (!parts) return ['The definition cannot be read'];
  return ['source', 'sink'].flatMap(end =>
    [...leaves('', parts[end])].flatMap(([key, value]) => {
      if (TABLES.test(key) || isAllowedPath(value, policy.allowedPaths)) {
        return [];
      }
      // Code is refused wherever it comes from; a place only when it is one of the machines.
      const problem = optionProblem(
        key,
        ELSEWHERE.test(value) ? 'elsewhere' : value,
        policy,
      );
      const isPlace = problem?.includes('names "elsewhere"');
      return problem && !isPlace ? [`${end}: ${problem}`] : [];
    }),
  );
}

function read(definition: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(definition, { uniqueKeys: false });
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // The check of the document says where.
    return undefined;
  }
}

/** Each value that holds no others, with its path. */
function* leaves(path: string, value: unknown): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, String(value ?? '')];
    return;
  }
  const isList = Array.isArray(value);
  for (const [key, each] of Object.entries(value)) {
    yield* leaves(isList ? path : [path, key].filter(Boolean).join('.'), each);
  }
}
