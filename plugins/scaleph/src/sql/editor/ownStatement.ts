import type { EditorState, Extension, Range } from '@codemirror/state';
import {
  Decoration,
  DecorationSet,
  EditorView,
  ViewPlugin,
  ViewUpdate,
} from '@codemirror/view';
import {
  SqlDialect,
  splitStatements,
  SqlStatement,
  statementAt,
} from '@scaleph/backstage-plugin-scaleph-common';

const ownLine = Decoration.line({ class: 'cm-ownStatement' });

/** What Ctrl+Enter runs: the statements selected, else the one at the cursor. @internal */
export function chosenStatements(
  state: EditorState,
  dialect: SqlDialect,
): SqlStatement[] {
  const { from, to, head, empty } = state.selection.main;
  if (!empty) {
    return splitStatements(state.sliceDoc(from, to), dialect).map(it => ({
      ...it,
      start: it.start + from,
      end: it.end + from,
    }));
  }
  const own = statementAt(splitStatements(state.doc.toString(), dialect), head);
  return own ? [own] : [];
}

function markOwn(view: EditorView, dialect: SqlDialect): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const { doc } = view.state;
  for (const { start, end } of chosenStatements(view.state, dialect)) {
    const last = doc.lineAt(end).number;
    for (let line = doc.lineAt(start).number; line <= last; line++) {
      ranges.push(ownLine.range(doc.line(line).from));
    }
  }
  return Decoration.set(ranges, true);
}

/** Marks the lines of what Ctrl+Enter would run. @internal */
export function ownStatement(getDialect: () => SqlDialect): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = markOwn(view, getDialect());
      }

      update(update: ViewUpdate) {
        if (update.docChanged || update.selectionSet) {
          this.decorations = markOwn(update.view, getDialect());
        }
      }
    },
    { decorations: plugin => plugin.decorations },
  );
}
