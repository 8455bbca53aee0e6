/** What DuckDB's json_serialize_sql answers. @internal */
export type SerializedSql =
  | { error: true; error_message: string; position?: string }
  | { error: false; statements: unknown[] };

/** Parses SQL with DuckDB; see `serializeSql`. @internal */
export type SqlSerializer = (sql: string) => Promise<SerializedSql>;

/** Characters; the parser takes a multiple of it in memory. */
const LONGEST_QUERY = 65_536;

/** Table functions that compute only; every other one reads files, settings or the catalog. */
const TABLE_FUNCTIONS = new Set([
  'generate_series',
  'json_each',
  'json_tree',
  'range',
  'repeat',
  'repeat_row',
  'unnest',
]);

/** Functions that look at the process instead of at their arguments, or change it. */
const REFUSED_FUNCTIONS =
  /^(current_setting|getenv|getvariable|nextval|currval|setseed|write_log|parse_duckdb_log_message|sleep_ms|json_execute_serialized_sql|json_serialize_plan|pg_.*|duckdb_.*|pragma_.*|current_(database|schema|schemas|user)|in_search_path|txid_current|query|query_table)$/;

/**
 * Lets one SELECT through that reads nothing but the tables in `allowed` (in any case, as SQL compares names) and answers how often
 * it names each of them. DuckDB's own lock-down stands behind it; this gives the better message, and keeps a query from
 * another node's data.
 * Throws Error with the reason, without the name of the node.
 * @internal
 */
export async function guardSelect(
  sql: string,
  allowed: string[],
  serialize: SqlSerializer,
): Promise<Map<string, number>> {
  if (sql.length > LONGEST_QUERY) {
    throw new Error(
      `the query has ${sql.length} characters; ${LONGEST_QUERY} are the most`,
    );
  }
  const parsed = await serialize(sql);
  if (parsed.error) {
    throw new Error(
      /only select/i.test(parsed.error_message)
        ? 'the query must be one SELECT statement'
        : `the query is not valid SQL: ${parsed.error_message}${near(
            sql,
            parsed.position,
          )}`,
    );
  }
  if (parsed.statements.length !== 1) {
    throw new Error(
      `the query must be one SELECT statement, and holds ${parsed.statements.length}`,
    );
  }
  const names = new Map(allowed.map(name => [name.toLowerCase(), name]));
  const uses = new Map<string, number>();
  walk(parsed.statements[0], new Set(), { names, uses });
  return uses;
}

interface Walk {
  names: Map<string, string>;
  uses: Map<string, number>;
}

type Tree = Record<string, unknown>;

function walk(value: unknown, outerCtes: Set<string>, state: Walk): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, outerCtes, state);
    return;
  }
  if (!value || typeof value !== 'object') return;
  const tree = value as Tree;
  const ctes = walkCtes(tree, outerCtes, state);
  if (tree.type === 'BASE_TABLE') checkTable(tree, ctes, state);
  if (tree.type === 'SHOW_REF') {
    throw new Error('SHOW, DESCRIBE and SUMMARIZE are not possible in a query');
  }
  if (tree.type === 'TABLE_FUNCTION') checkTableFunction(tree);
  else if (tree.class === 'FUNCTION') checkFunction(tree);
  if (tree.class === 'PARAMETER') {
    throw new Error(
      'the query holds a parameter marker (? or $1): write the value, or ${name} for a parameter of the pipeline',
    );
  }
  for (const [name, child] of Object.entries(tree)) {
    if (name !== 'cte_map') walk(child, ctes, state);
  }
}

/**
 * Walks the CTEs of a query node and answers the names that the rest of the node sees. A CTE sees those before it; a recursive one
 * sees itself, but not where it begins. Everywhere else its own name in its body is a table.
 */
function walkCtes(tree: Tree, outer: Set<string>, state: Walk): Set<string> {
  const { map } = (tree.cte_map ?? {}) as {
    map?: { key: string; value: Tree & { query?: { node?: Tree } } }[];
  };
  let names = outer;
  for (const { key, value } of map ?? []) {
    const own = new Set([...names, key.toLowerCase()]);
    const node = value.query?.node;
    if (node?.type === 'RECURSIVE_CTE_NODE') {
      const { left, ...rest } = node;
      walk(left, names, state);
      walk({ ...value, query: rest }, own, state);
    } else {
      walk(value, names, state);
    }
    names = own;
  }
  return names;
}

function checkTable(table: Tree, ctes: Set<string>, { names, uses }: Walk) {
  const { catalog_name, schema_name, table_name } = table as Record<
    string,
    string
  >;
  const name = table_name.toLowerCase();
  const plain = !catalog_name && !schema_name;
  if (plain && ctes.has(name)) return;
  const node = plain ? names.get(name) : undefined;
  if (node === undefined) {
    const written = [catalog_name, schema_name, table_name].filter(Boolean);
    const known = [...names.values()].map(n => `"${n}"`).join(', ');
    throw new Error(
      `table "${written.join('.')}" is not a node above this one; those are ${
        known || 'none'
      }`,
    );
  }
  uses.set(node, (uses.get(node) ?? 0) + 1);
}

function checkTableFunction(tree: Tree) {
  const call = tree.function as { function_name?: string } | undefined;
  const name = call?.function_name?.toLowerCase() ?? '';
  if (!TABLE_FUNCTIONS.has(name)) {
    throw new Error(
      `table function "${name}" is not possible in a query: read files and databases with a source node`,
    );
  }
}

function checkFunction(tree: Tree) {
  const name = String(tree.function_name ?? '').toLowerCase();
  if (REFUSED_FUNCTIONS.test(name)) {
    throw new Error(`function "${name}" is not possible in a query`);
  }
}

function near(sql: string, position: string | undefined): string {
  if (position === undefined) return '';
  const before = sql.slice(0, Number(position)).split('\n');
  return ` (line ${before.length}, column ${
    before[before.length - 1].length + 1
  })`;
}
