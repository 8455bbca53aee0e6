/**
 * A text with places where lines may break, after Wadler's "A prettier
 * printer": the lines of a group break together, when it does not fit.
 *
 * @internal
 */
export type Layout =
  | string
  | Layout[]
  | { type: 'line'; flat: string; hard?: boolean }
  | { type: 'indent'; content: Layout }
  | { type: 'group'; content: Layout }
  /** A comment that the rest of its line would become part of. */
  | { type: 'lineComment'; text: string };

/** A space, or the end of the line. @internal */
export const line: Layout = { type: 'line', flat: ' ' };
/** Nothing, or the end of the line. @internal */
export const softLine: Layout = { type: 'line', flat: '' };
/** The end of the line. @internal */
export const hardLine: Layout = { type: 'line', flat: '', hard: true };
/** @internal */
export const indent = (content: Layout): Layout => ({
  type: 'indent',
  content,
});
/** @internal */
export const group = (content: Layout): Layout => ({ type: 'group', content });

const WIDTH = 80;
const STEP = 2;

/** The width of it on one line; undefined when it has to break. */
function flatWidth(layout: Layout): number | undefined {
  if (typeof layout === 'string') {
    return layout.includes('\n') ? undefined : layout.length;
  }
  if (Array.isArray(layout)) {
    let sum = 0;
    for (const part of layout) {
      const width = flatWidth(part);
      if (width === undefined) return undefined;
      sum += width;
    }
    return sum;
  }
  if (layout.type === 'lineComment') return undefined;
  if (layout.type === 'line')
    return layout.hard ? undefined : layout.flat.length;
  return flatWidth(layout.content);
}

/** Lines of about 80 columns. @internal */
export function printLayout(layout: Layout): string {
  let text = '';
  let column = 0;
  let afterComment = false;

  const newLine = (depth: number) => {
    text = `${text.replace(/ +$/, '')}\n${' '.repeat(depth)}`;
    column = depth;
    afterComment = false;
  };
  const write = (piece: string, depth: number) => {
    if (!piece) return;
    if (afterComment) {
      newLine(depth);
      if (piece === ' ') return;
    }
    text += piece;
    const last = piece.lastIndexOf('\n');
    column = last < 0 ? column + piece.length : piece.length - last - 1;
  };
  const visit = (part: Layout, depth: number, flat: boolean): void => {
    if (typeof part === 'string') write(part, depth);
    else if (Array.isArray(part)) {
      for (const each of part) visit(each, depth, flat);
    } else if (part.type === 'lineComment') {
      write(part.text, depth);
      afterComment = true;
    } else if (part.type === 'line') {
      if (flat && !part.hard) write(part.flat, depth);
      else newLine(depth);
    } else if (part.type === 'indent') {
      visit(part.content, depth + STEP, flat);
    } else {
      const width = flatWidth(part.content);
      const fits = width !== undefined && column + width <= WIDTH;
      visit(part.content, depth, flat || fits);
    }
  };
  visit(layout, 0, false);
  return text;
}
