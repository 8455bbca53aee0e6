import { standardKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { foldGutter, foldKeymap } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { sqlHighlight } from '../../sql/editor/sqlHighlight';
import { editorTheme } from '../yaml/yamlTheme';
import classes from './CodeView.module.css';
import { configLanguage } from './configLanguage';

function languageOf(mediaType: string): Extension {
  switch (mediaType) {
    case 'application/json':
    case 'application/hocon':
      return configLanguage;
    case 'application/sql':
    case 'text/sql':
      return sqlHighlight('flink');
    case 'application/yaml':
      return yaml();
    default:
      return [];
  }
}

/** A text that is only read: coloured, searched, folded and copied from. @internal */
export const CodeView = (props: {
  label: string;
  mediaType: string;
  text: string;
}) => {
  const { label, mediaType, text } = props;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          drawSelection(),
          highlightSelectionMatches(),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.lineWrapping,
          // Not editable would be not focusable, and then keys could not scroll it.
          EditorView.contentAttributes.of({
            'aria-label': label,
            role: 'textbox',
            'aria-multiline': 'true',
            'aria-readonly': 'true',
            tabindex: '0',
          }),
          languageOf(mediaType),
          editorTheme,
          keymap.of([...searchKeymap, ...foldKeymap, ...standardKeymap]),
        ],
      }),
    });
    return () => view.destroy();
  }, [label, mediaType, text]);
  return <div ref={host} className={classes.code} />;
};

export default CodeView;
