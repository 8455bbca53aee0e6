import { isSqlTrivia } from '../../flinkSql/SqlToken';
import { tokenizeSql } from '../../flinkSql/tokenizeSql';
import { findPlaceholders } from '../../placeholders/findPlaceholders';
import type { ScriptProblem } from '../definition/readFlinkScript';
import { holdsPasswordInUrl, isSecretName } from './checkSecrets';

/** Secrets that a script holds in clear, in options of tables: everyone who may see the pipeline would see them. Never repeats one. @internal */
export function scriptSecrets(script: string): ScriptProblem[] {
  const tokens = tokenizeSql(script, 'flink').filter(it => !isSqlTrivia(it));
  return tokens.flatMap((token, index): ScriptProblem[] => {
    if (token.kind !== 'string') return [];
    const value = token.text.slice(1, -1);
    const isOpen = findPlaceholders(value).length > 0;
    const key = tokens[index - 2];
    const isOption =
      tokens[index - 1]?.text === '=' &&
      key?.kind === 'string' &&
      isSecretName(key.text.slice(1, -1));
    if (isOpen || value === '') return [];
    if (!isOption && !holdsPasswordInUrl(value)) return [];
    return [
      {
        severity: 'error',
        code: 'secret-in-document',
        offset: token.start,
        message: isOption
          ? `option ${key.text} holds a secret in clear`
          : 'a literal holds a URL with a password',
        fix: "Keep it in a data source, and write '${data-source.NAME.FIELD}'.",
      },
    ];
  });
}
