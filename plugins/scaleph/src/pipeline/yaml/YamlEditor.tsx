import { indentWithTab, standardKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef } from 'react';
import { useScalephTranslation } from '../../translation';
import { changeBetween } from '../lib/changeBetween';
import type { TextRange } from '../lib/locateProblem';
import { toDiagnostics } from '../lib/toDiagnostics';
import { nodeAt, nodeRanges } from './nodeRanges';
import { selectedNode, selectNode } from './selectedNode';
import { editorTheme } from './yamlTheme';
import classes from './YamlEditor.module.css';

/** @internal */
export interface YamlEditorProps {
  /** What the text is; the pipeline's own YAML when absent. */
  label?: string;
  text: string;
  problems: DocumentProblem[];
  /** Where the problems are in the text; by their pointers when absent. */
  diagnose?: typeof toDiagnostics;
  readOnly: boolean;
  onChange(text: string): void;
  /** The page's undo, shared with the canvas; the editor keeps none of its own. */
  onUndo(): void;
  onRedo(): void;
  /** Node of the pipeline whose lines are marked, and brought into view when it was selected elsewhere. */
  selected?: string;
  /** The cursor has gone into the text of a node. */
  onCursorNode?: (node: string) => void;
  /** A place to put the cursor at; another object goes there again. */
  goTo?: TextRange;
}

/** The document as YAML, with its problems at their lines. @internal */
export const YamlEditor = (props: YamlEditorProps) => {
  const { text, problems, readOnly, diagnose = toDiagnostics } = props;
  const { t } = useScalephTranslation();
  const label = props.label ?? t('pipeline.yaml.label');
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>();
  const access = useRef(new Compartment());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const act = (what: 'onUndo' | 'onRedo') => () => {
      latest.current[what]();
      return true;
    };
    const created = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          drawSelection(),
          highlightActiveLineGutter(),
          highlightSelectionMatches(),
          indentOnInput(),
          EditorState.tabSize.of(2),
          EditorView.lineWrapping,
          // Said explicitly, since not editable would be not focusable, and then
          // keys could not scroll it.
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
          }),
          yaml(),
          editorTheme,
          keymap.of([
            { key: 'Mod-z', run: act('onUndo'), preventDefault: true },
            { key: 'Mod-y', run: act('onRedo'), preventDefault: true },
            { key: 'Mod-Shift-z', run: act('onRedo'), preventDefault: true },
            ...searchKeymap,
            ...foldKeymap,
            ...lintKeymap,
            ...standardKeymap,
            indentWithTab,
          ]),
          access.current.of([]),
          selectedNode,
          EditorView.updateListener.of(update => {
            const { onCursorNode, selected } = latest.current;
            // Not by an edit that came from elsewhere: nobody moved this cursor.
            if (onCursorNode && update.selectionSet && update.view.hasFocus) {
              const { head } = update.state.selection.main;
              const node = nodeAt(nodeRanges(update.state), head);
              if (node && node.id !== selected) {
                onCursorNode(node.id);
              }
            }
          }),
          EditorView.updateListener.of(update => {
            const next = update.state.doc.toString();
            if (update.docChanged && next !== latest.current.text) {
              latest.current.onChange(next);
            }
          }),
        ],
      }),
    });
    view.current = created;
    return () => created.destroy();
  }, [label]);

  useEffect(() => {
    view.current?.dispatch({
      effects: access.current.reconfigure([
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
      ]),
    });
  }, [readOnly, label]);

  useEffect(() => {
    const current = view.current?.state.doc.toString();
    if (view.current && current !== undefined && current !== text) {
      // Only what differs: cursor and scroll stay where they are.
      view.current.dispatch({ changes: changeBetween(current, text) });
    }
  }, [text]);

  useEffect(() => {
    if (view.current) {
      const diagnostics = diagnose(view.current.state.doc.toString(), problems);
      view.current.dispatch(setDiagnostics(view.current.state, diagnostics));
    }
  }, [text, problems, diagnose]);

  const { selected, goTo } = props;
  useEffect(() => {
    const editor = view.current;
    if (!editor) {
      return;
    }
    editor.dispatch({ effects: selectNode.of(selected) });
    const range = nodeRanges(editor.state).find(it => it.id === selected);
    const { head } = editor.state.selection.main;
    const isThere = range && range.from <= head && head <= range.to;
    if (range && !(isThere && editor.hasFocus)) {
      editor.dispatch({
        effects: EditorView.scrollIntoView(range.from, {
          y: 'start',
          yMargin: 40,
        }),
      });
    }
  }, [selected, label]);

  useEffect(() => {
    const editor = view.current;
    if (editor && goTo) {
      const { length } = editor.state.doc;
      const anchor = Math.min(goTo.from, length);
      editor.dispatch({
        selection: { anchor, head: Math.min(goTo.to, length) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      editor.focus();
    }
  }, [goTo, label]);

  return <div ref={host} className={classes.editor} />;
};

export default YamlEditor;
