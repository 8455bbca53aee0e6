const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** Finds where rows of CSV end, in a text that comes in pieces: a newline outside of quotes. @internal */
export class RowCutter {
  private quoted = false;

  /** The number of bytes of `piece` up to the end of its last whole row; 0 when no row ends in it. */
  lastEnd(piece: Buffer): number {
    let end = 0;
    for (let position = 0; position < piece.length; ) {
      if (this.quoted) {
        const quote = piece.indexOf(QUOTE, position);
        if (quote < 0) break;
        // A doubled quote closes and opens again, which comes to the same.
        this.quoted = false;
        position = quote + 1;
      } else {
        const byte = piece[position++];
        if (byte === QUOTE) this.quoted = true;
        else if (byte === NEWLINE) end = position;
      }
    }
    return end;
  }
}
