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
import { toDiagnostics } from '../lib/toDiagnostics';
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

  return <div ref={host} className={classes.editor} />;
};

export default YamlEditor;
