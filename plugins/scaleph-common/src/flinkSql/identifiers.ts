import type { SqlDialect } from './SqlDialect';
import type { SqlToken } from './SqlToken';

/** Whether a token can be (a part of) a name. @internal */
export const isName = (token: SqlToken | undefined): token is SqlToken =>
  token?.kind === 'word' || token?.kind === 'quotedIdentifier';

/** The name that a token writes, without quotes. @internal */
export function nameOf({ kind, text }: SqlToken): string {
  if (kind !== 'quotedIdentifier') return text;
  const close = text[text.length - 1];
  return text
    .slice(1, -1)
    .split(close + close)
    .join(close);
}

const PLAIN = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/**
 * A name as it is written in a statement: quoted where it has to be.
 *
 * @param isReserved - whether the dialect reserves the word
 * @public
 */
export function quoteSqlName(
  name: string,
  dialect: SqlDialect,
  isReserved: (word: string) => boolean = () => false,
): string {
  const folds = dialect === 'postgresql' && /\p{Lu}/u.test(name);
  if (PLAIN.test(name) && !folds && !isReserved(name)) return name;
  const quote = dialect === 'flink' || dialect === 'mysql' ? '`' : '"';
  return quote + name.split(quote).join(quote + quote) + quote;
}
