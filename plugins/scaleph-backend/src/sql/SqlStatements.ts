import { InputError } from '@backstage/errors';
import {
  applyPlaceholders,
  findPlaceholders,
  isSqlTrivia,
  SqlError,
  SqlToken,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Caller } from '../http/Caller';
import { DataSourceFields } from './dataSourceFields';

/** A statement as it is sent; lives in memory only, for it may hold secrets. @internal */
export interface PreparedStatement {
  text: string;
  /** Data sources of which it holds fields. */
  dataSources: string[];
}

/** Puts values in the place of the placeholders of Flink SQL. @internal */
export class SqlStatements {
  constructor(
    private readonly options: {
      dataSources: DataSourceDirectory;
      /** Of data sources as they are now. */
      fields: Pick<DataSourceFields, 'of' | 'secret'>;
    },
  ) {}

  /** Throws InputError naming what cannot be put in, NotAllowedError for a data source that the caller may not use. */
  async prepare(
    statement: string,
    variables: Record<string, string>,
    caller: Caller,
  ): Promise<PreparedStatement> {
    const { fields } = this.options;
    const names = dataSourcesOf(statement);
    const connections = names.length
      ? await this.connections(names, caller)
      : {};
    requireInOptions(statement, name =>
      Object.hasOwn(connections, name) ? fields.secret(connections[name]) : [],
    );
    const { text, problems } = applyPlaceholders(statement, 'sql', {
      parameters: variables,
      dataSource: name =>
        Object.hasOwn(connections, name)
          ? fields.of(connections[name])
          : undefined,
    });
    if (problems.length) {
      const [{ message, fix }] = problems;
      throw new InputError(fix ? `${message}. ${fix}` : message);
    }
    return { text, dataSources: names };
  }

  /** Of those that exist. */
  private async connections(names: string[], caller: Caller) {
    const { dataSources: directory } = this.options;
    await directory.requireUse(names, caller);
    const known = await directory.lookUp(names);
    return directory.connectionsWithSecrets([...known.keys()]);
  }
}

/** Names of the data sources of which a text has placeholders, each once. @internal */
export function dataSourcesOf(statement: string): string[] {
  const names = findPlaceholders(statement).flatMap(({ ref }) =>
    ref?.kind === 'data-source' ? [ref.dataSource] : [],
  );
  return [...new Set(names)];
}

/**
 * A secret is for options of tables and catalogs, `'password' = '${…}'`: in a
 * query it could be turned into something that nobody recognises.
 */
function requireInOptions(
  statement: string,
  secretsOf: (dataSource: string) => string[],
): void {
  const tokens = tokenizeSql(statement, 'flink').filter(it => !isSqlTrivia(it));
  for (const { ref, start, text } of findPlaceholders(statement)) {
    if (ref?.kind !== 'data-source') continue;
    if (!secretsOf(ref.dataSource).includes(ref.field)) continue;
    const at = tokens.findIndex(it => it.start <= start && it.end > start);
    if (!isOptionValue(tokens, at)) {
      throw new InputError(
        `${text} is a secret: it may only stand as the value of an option of CREATE or ALTER, such as 'password' = '${text}'`,
      );
    }
  }
}

/** Whether a token is a value in `WITH ('key' = 'value', …)` or `SET (…)`. */
function isOptionValue(tokens: SqlToken[], at: number): boolean {
  const isPair = (value: number) =>
    tokens[value]?.kind === 'string' &&
    tokens[value - 1]?.text === '=' &&
    tokens[value - 2]?.kind === 'string';
  let value = at;
  while (isPair(value) && tokens[value - 3]?.text === ',') value -= 4;
  return (
    isPair(value) &&
    tokens[value - 3]?.text === '(' &&
    /^(?:WITH|SET)$/i.test(tokens[value - 4]?.text ?? '') &&
    /^(?:CREATE|ALTER)$/i.test(tokens[0].text)
  );
}

/** Line and column of an offset, both from 1. @internal */
export function positionOf(
  text: string,
  { start, end }: { start: number; end: number },
): Pick<SqlError, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return {
      line: before.length,
      column: before[before.length - 1].length + 1,
    };
  };
  const from = at(start);
  const to = at(Math.max(start, end - 1));
  return { ...from, endLine: to.line, endColumn: to.column };
}
