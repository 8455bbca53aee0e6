import { isSqlTrivia, SqlToken } from '../SqlToken';

/** A token as the formatter sees it. @internal */
export interface SqlLeaf {
  token: SqlToken;
  /** White space before it as it was written. */
  before: string;
}

/** What stands between brackets, or between CASE and END. @internal */
export interface SqlBlock {
  open: SqlLeaf;
  inside: SqlNode[];
  /** Absent when the text ends before. */
  close?: SqlLeaf;
}

/** @internal */
export type SqlNode = SqlLeaf | SqlBlock;

/** @internal */
export const isBlock = (node: SqlNode): node is SqlBlock => 'inside' in node;

/** The first token of a node. @internal */
export const firstLeaf = (node: SqlNode): SqlLeaf =>
  isBlock(node) ? node.open : node;

/** The word that a node is, in capitals; empty when it is none. @internal */
export function wordOf(node: SqlNode | undefined): string {
  if (!node || isBlock(node) || node.token.kind !== 'word') return '';
  return node.token.text.toUpperCase();
}

/** Whether a node is this operator or mark. @internal */
export const isMark = (node: SqlNode | undefined, mark: string): boolean =>
  Boolean(node && !isBlock(node) && node.token.text === mark);

/** @internal */
export const isComment = (node: SqlNode): boolean =>
  !isBlock(node) && isSqlTrivia(node.token);

const CLOSES: Record<string, string> = { '(': ')', CASE: 'END' };

/** The tokens as a tree of brackets. @internal */
export function toSqlNodes(tokens: SqlToken[]): SqlNode[] {
  const root: SqlNode[] = [];
  const open: { block: SqlBlock; close: string }[] = [];
  let before = '';
  for (const token of tokens) {
    if (token.kind === 'whitespace') {
      before = token.text;
      continue;
    }
    const leaf: SqlLeaf = { token, before };
    before = '';
    const said = wordOf(leaf) || token.text;
    const current = open.at(-1);
    const siblings = current?.block.inside ?? root;
    if (token.kind !== 'string' && said === current?.close) {
      current.block.close = leaf;
      open.pop();
    } else if (token.kind !== 'string' && CLOSES[said]) {
      const block: SqlBlock = { open: leaf, inside: [] };
      siblings.push(block);
      open.push({ block, close: CLOSES[said] });
    } else siblings.push(leaf);
  }
  return root;
}
