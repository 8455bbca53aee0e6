import { findPlaceholders, Placeholder } from './findPlaceholders';

/** The value of a placeholder; undefined leaves it as it is. @internal */
export type ValueOf = (placeholder: Placeholder) => string | undefined;

/** Puts values in as they are. @internal */
export function placeText(text: string, valueOf: ValueOf): string {
  return splice(
    text,
    findPlaceholders(text).map(placeholder => ({
      start: placeholder.start,
      end: placeholder.end,
      text: valueOf(placeholder),
    })),
  );
}

/** A text with pieces of it replaced; pieces in order, apart from each other. @internal */
export function splice(
  text: string,
  pieces: readonly { start: number; end: number; text: string | undefined }[],
): string {
  let result = '';
  let at = 0;
  for (const piece of pieces) {
    if (piece.text === undefined) continue;
    result += text.slice(at, piece.start) + piece.text;
    at = piece.end;
  }
  return result + text.slice(at);
}
