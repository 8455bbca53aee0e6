import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { nodeRanges } from './nodeRanges';

/** Says which node of the pipeline is selected. @internal */
export const selectNode = StateEffect.define<string | undefined>();

interface Selected {
  id?: string;
  marks: DecorationSet;
}

const line = Decoration.line({ class: 'cm-selectedNode' });

function marksOf(state: EditorState, id: string | undefined): DecorationSet {
  const found =
    id === undefined
      ? undefined
      : nodeRanges(state).find(range => range.id === id);
  if (!found) {
    return Decoration.none;
  }
  const lines: Range<Decoration>[] = [];
  for (let at = found.from; at <= found.to; ) {
    const { from, to } = state.doc.lineAt(at);
    lines.push(line.range(from));
    at = to + 1;
  }
  return Decoration.set(lines);
}

const field = StateField.define<Selected>({
  create: () => ({ marks: Decoration.none }),
  update(value, transaction) {
    const effect = transaction.effects.find(it => it.is(selectNode));
    if (!effect && !transaction.docChanged) {
      return value;
    }
    const id = effect ? (effect.value as string | undefined) : value.id;
    return { id, marks: marksOf(transaction.state, id) };
  },
  provide: it => EditorView.decorations.from(it, ({ marks }) => marks),
});

/** Marks the lines of the selected node. @internal */
export const selectedNode = [
  field,
  EditorView.baseTheme({
    '.cm-selectedNode': {
      backgroundColor: 'var(--bui-bg-neutral-2)',
      boxShadow: 'inset 3px 0 0 var(--bui-announcement-fg-subdued)',
    },
  }),
];
