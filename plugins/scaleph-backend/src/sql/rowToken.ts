import { InputError } from '@backstage/errors';

/** A token of ours is the place's own and how many rows came before it: `13.5000~20000`. @internal */
export function writeToken(token: string, before: number): string {
  return `${token}~${before}`;
}

/** Throws InputError for text that is no token. @internal */
export function readToken(text: string | undefined): {
  token?: string;
  before: number;
} {
  if (text === undefined) return { before: 0 };
  const match = /^(\d{1,12}(?:\.\d{1,9})?)~(\d{1,12})$/.exec(text);
  if (match) return { token: match[1], before: Number(match[2]) };
  throw new InputError(
    `Query parameter "token" is "${text}", which was not given out: use \`next\` of the page before`,
  );
}
