/** Rows to draw of a long list: `first` to `end` (exclusive), pixels before and after. @internal */
export interface RowWindow {
  first: number;
  end: number;
  before: number;
  after: number;
}

// Rows beyond the edge, so that a quick scroll shows no gap.
const SPARE = 20;

/** @internal */
export function rowWindow(options: {
  count: number;
  /** Pixels. */
  rowHeight: number;
  scrollTop: number;
  height: number;
}): RowWindow {
  const { count, rowHeight, scrollTop, height } = options;
  const visible = Math.ceil(height / rowHeight);
  const top = Math.floor(scrollTop / rowHeight) - SPARE;
  const first = Math.max(0, Math.min(top, count - visible - SPARE));
  const end = Math.min(count, first + visible + 2 * SPARE);
  return {
    first,
    end,
    before: first * rowHeight,
    after: (count - end) * rowHeight,
  };
}
