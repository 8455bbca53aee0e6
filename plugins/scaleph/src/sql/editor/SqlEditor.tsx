import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { Diagnostic, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import {
  formatSql,
  splitStatements,
  SqlDialect,
  SqlStatement,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../../hooks';
import { changeBetween } from '../../pipeline/lib/changeBetween';
import { useScalephTranslation } from '../../translation';
import type { SqlMetadata } from '../completion/SqlMetadata';
import { useSqlGrammar } from '../language/useSqlGrammar';
import { chosenStatements, ownStatement } from './ownStatement';
import { sqlCompletion } from './sqlCompletion';
import { sqlHighlight } from './sqlHighlight';
import { sqlHover } from './sqlHover';
import { marksChanged, sqlLint } from './sqlLint';
import type { SqlServices } from './SqlServices';
import { sqlTheme } from './sqlTheme';
import classes from './SqlEditor.module.css';

/** @internal */
export interface SqlEditorProps {
  /** Read out as the editor's name. */
  label: string;
  text: string;
  dialect: SqlDialect;
  readOnly?: boolean;
  onChange?(text: string): void;
  /** The page's own undo; without it the editor keeps one. */
  onUndo?(): void;
  onRedo?(): void;
  /** Ctrl+Enter; with Shift the whole script. Offsets are those of the text. */
  onRun?(statements: SqlStatement[]): void;
  /** Ctrl+S. */
  onSave?(): void;
  /** Tab goes on to the next field, as in a form, and does not indent. */
  tabLeaves?: boolean;
  /** For completion of tables and columns. */
  metadata?: SqlMetadata;
  /** Marks besides those of the grammar, e.g. the planner's. */
  diagnose?(text: string): Diagnostic[];
  /** Given the editor when it is there: for focus and for what is chosen. */
  onReady?(editor: SqlEditorHandle): void;
}

/** What a page can do with an editor. @internal */
export interface SqlEditorHandle {
  focus(): void;
  /** What Ctrl+Enter would run. */
  chosen(): SqlStatement[];
  format(): void;
  /** Writes a text at the cursor. */
  insert(text: string): void;
  /** Selects a part of the text and shows it. */
  select(from: number, to: number): void;
}

const CHANGED_FROM_OUTSIDE = 'scaleph.outside';

/** SQL with colours, completion, help and marks. @internal */
export const SqlEditor = (props: SqlEditorProps) => {
  const { label, text, dialect, readOnly = false, diagnose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage().startsWith('zh') ? 'zh' : 'en';
  const grammar = useSqlGrammar(dialect === 'flink');
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>();
  const access = useMemo(() => new Compartment(), []);
  const services: SqlServices = {
    dialect,
    grammar,
    language,
    metadata: props.metadata,
    texts: { unterminated: t('sql.editor.unterminated') },
    diagnose,
  };
  const latest = useRef({ props, services });
  latest.current = { props, services };
  const ownHistory = !props.onUndo;

  useEffect(() => {
    const get = () => latest.current.services;
    const own = () => latest.current.props;
    const run = (all: boolean) => (editor: EditorView) => {
      const { onRun } = own();
      if (!onRun) return false;
      const { state } = editor;
      onRun(
        all
          ? splitStatements(state.doc.toString(), dialect)
          : chosenStatements(state, dialect),
      );
      return true;
    };
    const format = (editor: EditorView) => {
      if (editor.state.readOnly) return false;
      const before = editor.state.doc.toString();
      const after = formatSql(before, dialect);
      if (after !== before) {
        editor.dispatch({ changes: changeBetween(before, after) });
      }
      return true;
    };
    const call = (what: 'onUndo' | 'onRedo' | 'onSave') => () => {
      const act = own()[what];
      act?.();
      return Boolean(act);
    };
    const created = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: own().text,
        extensions: [
          lineNumbers(),
          drawSelection(),
          highlightActiveLineGutter(),
          highlightSelectionMatches(),
          bracketMatching(),
          closeBrackets(),
          indentUnit.of('  '),
          EditorState.tabSize.of(2),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
          }),
          sqlHighlight(dialect),
          sqlTheme,
          sqlCompletion(get),
          sqlLint(get),
          sqlHover(get),
          ownStatement(() => dialect),
          ownHistory ? history() : [],
          keymap.of([
            { key: 'Mod-Enter', run: run(false), preventDefault: true },
            { key: 'Shift-Mod-Enter', run: run(true), preventDefault: true },
            { key: 'Shift-Alt-f', run: format, preventDefault: true },
            { key: 'Mod-s', run: call('onSave') },
            { key: 'Mod-z', run: call('onUndo') },
            { key: 'Mod-y', run: call('onRedo') },
            { key: 'Mod-Shift-z', run: call('onRedo') },
            ...closeBracketsKeymap,
            ...(ownHistory ? historyKeymap : []),
            ...searchKeymap,
            ...lintKeymap,
            ...defaultKeymap,
            ...(own().tabLeaves ? [] : [indentWithTab]),
          ]),
          access.of([]),
          EditorView.updateListener.of(update => {
            if (!update.docChanged) return;
            const isOutside = update.transactions.some(it =>
              it.isUserEvent(CHANGED_FROM_OUTSIDE),
            );
            if (!isOutside) own().onChange?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = created;
    own().onReady?.({
      focus: () => created.focus(),
      chosen: () => chosenStatements(created.state, dialect),
      format: () => void format(created),
      insert: inserted =>
        created.dispatch(created.state.replaceSelection(inserted)),
      select(from, to) {
        const { length } = created.state.doc;
        created.dispatch({
          selection: {
            anchor: Math.min(from, length),
            head: Math.min(to, length),
          },
          scrollIntoView: true,
        });
        created.focus();
      },
    });
    return () => created.destroy();
  }, [label, dialect, access, ownHistory]);

  useEffect(() => {
    view.current?.dispatch({
      effects: access.reconfigure([
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
      ]),
    });
  }, [readOnly, label, dialect, access, ownHistory]);

  useEffect(() => {
    const current = view.current?.state.doc.toString();
    if (view.current && current !== undefined && current !== text) {
      // Only what differs: cursor and scroll stay where they are.
      view.current.dispatch({
        changes: changeBetween(current, text),
        userEvent: CHANGED_FROM_OUTSIDE,
      });
    }
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: marksChanged.of(null) });
  }, [diagnose]);

  return <div ref={host} className={classes.editor} />;
};

export default SqlEditor;
