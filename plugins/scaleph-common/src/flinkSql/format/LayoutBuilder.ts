import type { SqlDialect } from '../SqlDialect';
import { clauseAt, ClausePlace, isQuery } from './clauses';
import { isKeyword } from './keywords';
import { group, hardLine, indent, Layout, line, softLine } from './layout';
import { spaceBetween } from './spaceBetween';
import {
  firstLeaf,
  isBlock,
  isComment,
  isMark,
  SqlBlock,
  SqlLeaf,
  SqlNode,
  wordOf,
} from './sqlNodes';

const isOwnLine = (node: SqlNode) =>
  isComment(node) && firstLeaf(node).before.includes('\n');

/** Lays out the nodes of one statement, in their order. @internal */
export class LayoutBuilder {
  private previous?: SqlLeaf;

  constructor(private readonly dialect: SqlDialect) {}

  /** Nodes of one line. */
  inline(nodes: SqlNode[]): Layout {
    return nodes.map((node, index) => this.node(node, index === 0));
  }

  /** A statement, or a query in brackets: one clause after the other. */
  query(
    nodes: SqlNode[],
    separator: Layout,
    place: ClausePlace = 'query',
  ): Layout {
    const layouts: Layout[] = [];
    const push = (own: SqlNode[]) => {
      if (!own.length) return;
      if (layouts.length) layouts.push(separator);
      layouts.push(this.clause(own, place));
    };
    let begin = 0;
    let at = 0;
    while (at < nodes.length) {
      const words = clauseAt(nodes, at, place);
      if (words) {
        // Comments on lines of their own are about what follows.
        let end = at;
        while (end > begin && isOwnLine(nodes[end - 1])) end -= 1;
        push(nodes.slice(begin, end));
        for (const comment of nodes.slice(end, at)) push([comment]);
        begin = at;
      }
      at += words || 1;
    }
    push(nodes.slice(begin));
    return layouts;
  }

  private clause(nodes: SqlNode[], place: ClausePlace): Layout {
    const words = clauseAt(nodes, 0, place);
    const word = wordOf(nodes[0]);
    const isList = nodes.some(node => isMark(node, ','));
    const isLists = word === 'WITH' && !isBlock(nodes[1] ?? nodes[0]);
    const breaksFirst =
      isLists || (isList && /^(?:SELECT|VALUES|MEASURES|DEFINE)$/.test(word));
    const head = this.inline(nodes.slice(0, words));
    const items = this.items(nodes.slice(words), breaksFirst || words === 0);
    const [first = '', ...rest] = items;
    return group([
      head,
      breaksFirst ? indent([line, first]) : first,
      rest.map(item => indent([line, item])),
    ]);
  }

  /** What the lines of a clause are: after commas, before AND and OR. */
  private items(nodes: SqlNode[], firstBeginsLine: boolean): Layout[] {
    const items: Layout[][] = [];
    let isBetween = false;
    let isAfterComma = false;
    for (const node of nodes) {
      const word = wordOf(node);
      const isLogical = (word === 'AND' && !isBetween) || word === 'OR';
      if (word === 'BETWEEN') isBetween = true;
      else if (word === 'AND') isBetween = false;
      const breaks = (isAfterComma || isLogical) && !isComment(node);
      if (breaks && items.length) items.push([this.node(node, true)]);
      else if (items.length) items.at(-1)!.push(this.node(node, false));
      else items.push([this.node(node, firstBeginsLine)]);
      isAfterComma = isMark(node, ',') || (isAfterComma && isComment(node));
    }
    return items;
  }

  /** One node with the space before it, unless its line begins with it. */
  private node(node: SqlNode, beginsLine: boolean): Layout {
    if (!isBlock(node)) return this.leaf(node, beginsLine);
    return wordOf(node.open) === 'CASE'
      ? this.case(node, beginsLine)
      : this.brackets(node, beginsLine);
  }

  private leaf(leaf: SqlLeaf, beginsLine: boolean): Layout {
    const { previous } = this;
    this.previous = leaf;
    if (isComment(leaf)) return this.comment(leaf, beginsLine || !previous);
    const text = this.written(leaf, previous);
    if (beginsLine || !previous) return text;
    const bothStrings =
      leaf.token.kind === 'string' && previous.token.kind === 'string';
    // Literals on two lines are one to some servers, and an error on one line.
    if (bothStrings) return [leaf.before, text];
    if (isComment(previous)) {
      const space = leaf.before && ' ';
      return [leaf.before.includes('\n') ? hardLine : space, text];
    }
    return [spaceBetween(previous, leaf), text];
  }

  private comment(leaf: SqlLeaf, beginsLine: boolean): Layout {
    const { kind, text } = leaf.token;
    const layout: Layout =
      kind === 'lineComment' ? { type: 'lineComment', text } : text;
    if (beginsLine) return layout;
    if (isOwnLine(leaf)) return [hardLine, layout];
    return [leaf.before && ' ', layout];
  }

  private written(leaf: SqlLeaf, previous?: SqlLeaf): string {
    const { kind, text } = leaf.token;
    if (kind !== 'word' || previous?.token.text === '.') return text;
    return isKeyword(text, wordOf(previous), this.dialect)
      ? text.toUpperCase()
      : text;
  }

  private brackets(block: SqlBlock, beginsLine: boolean): Layout {
    const isMatch = wordOf(this.previous) === 'MATCH_RECOGNIZE';
    const open = this.leaf(block.open, beginsLine);
    if (!block.inside.length) return [open, this.close(block)];
    let inside: Layout;
    if (isMatch || isQuery(block.inside)) {
      inside = this.query(block.inside, line, isMatch ? 'match' : 'query');
    } else {
      const [first, ...rest] = this.items(block.inside, true);
      inside = [first, rest.map(item => [line, item])];
    }
    const begins = isOwnLine(firstLeaf(block.inside[0])) ? hardLine : softLine;
    return group([open, indent([begins, inside]), softLine, this.close(block)]);
  }

  private case(block: SqlBlock, beginsLine: boolean): Layout {
    const open = this.leaf(block.open, beginsLine);
    const inside = block.inside.map((node): Layout => {
      const breaks = /^(?:WHEN|ELSE)$/.test(wordOf(node));
      return breaks ? [line, this.node(node, true)] : this.node(node, false);
    });
    const end = block.close ? [line, this.close(block)] : '';
    return group([open, indent(inside), end]);
  }

  private close({ close }: SqlBlock): Layout {
    return close ? this.leaf(close, true) : '';
  }
}
