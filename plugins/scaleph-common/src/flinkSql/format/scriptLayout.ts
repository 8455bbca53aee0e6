import type { SqlDialect } from '../SqlDialect';
import { hardLine, indent, Layout } from './layout';
import { LayoutBuilder } from './LayoutBuilder';
import { firstLeaf, isComment, isMark, SqlNode, wordOf } from './sqlNodes';

// Statements in which FROM, WITH and such begin no clause.
const ONE_LINE =
  /^(?:SHOW|USE|DESCRIBE|DESC|SET|RESET|ADD|REMOVE|LOAD|UNLOAD|DROP|CALL|STOP)$/;

/** A statement or part of one, with its `;` and what follows on the line. */
interface Piece {
  nodes: SqlNode[];
  /** Statement sets that it stands in. */
  depth: number;
}

const wordsOf = (nodes: SqlNode[]) =>
  nodes
    .filter(node => !isComment(node))
    .slice(0, 5)
    .map(wordOf);

/** The end of the piece that begins at `at`. */
function pieceEnd(nodes: SqlNode[], at: number): number {
  for (let end = at; end < nodes.length; end++) {
    const begins =
      wordOf(nodes[end]) === 'BEGIN' &&
      wordOf(nodes[end - 1]) === 'SET' &&
      wordOf(nodes[end - 2]) === 'STATEMENT';
    if (begins || isMark(nodes[end], ';')) {
      let after = end + 1;
      while (
        after < nodes.length &&
        isComment(nodes[after]) &&
        !firstLeaf(nodes[after]).before.includes('\n')
      ) {
        after += 1;
      }
      return after;
    }
  }
  return nodes.length;
}

function toPieces(nodes: SqlNode[]): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  for (let at = 0; at < nodes.length; ) {
    const end = pieceEnd(nodes, at);
    const own = nodes.slice(at, end);
    const words = wordsOf(own);
    const opens =
      words.slice(0, 3).join(' ') === 'BEGIN STATEMENT SET' ||
      own.some(node => wordOf(node) === 'BEGIN' && words[0] !== 'BEGIN');
    if (words[0] === 'END' && depth > 0) depth -= 1;
    pieces.push({ nodes: own, depth });
    if (opens) depth += 1;
    at = end;
  }
  return pieces;
}

function statementLayout(nodes: SqlNode[], dialect: SqlDialect): Layout {
  const builder = new LayoutBuilder(dialect);
  const word = wordsOf(nodes)[0];
  // A comment in front would be part of the line.
  const isOneLine = ONE_LINE.test(word ?? '') && !isComment(nodes[0]);
  return isOneLine ? builder.inline(nodes) : builder.query(nodes, hardLine);
}

/** A script: its statements on lines of their own, sets indented. @internal */
export function scriptLayout(nodes: SqlNode[], dialect: SqlDialect): Layout {
  return toPieces(nodes).map((piece, index): Layout => {
    const { before } = firstLeaf(piece.nodes[0]);
    const isApart = before.split('\n').length > 2;
    const separator = isApart ? [hardLine, hardLine] : hardLine;
    let layout: Layout = [
      index > 0 ? separator : '',
      statementLayout(piece.nodes, dialect),
    ];
    for (let depth = 0; depth < piece.depth; depth++) layout = indent(layout);
    return layout;
  });
}
