import { standardKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useScalephTranslation } from '../../translation';
import { editorTheme } from '../yaml/yamlTheme';
import classes from './TextDiff.module.css';

const COLLAPSE = { margin: 3, minSize: 6 };

function shown(label: string, unchanged: string): Extension[] {
  return [
    EditorState.phrases.of({ '$ unchanged lines': unchanged }),
    lineNumbers(),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': label,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      tabindex: '0',
    }),
    yaml(),
    editorTheme,
    keymap.of([...searchKeymap, ...standardKeymap]),
  ];
}

/** Two texts beside each other, or in one column where there is no room. @internal */
export const TextDiff = (props: {
  from: { label: string; text: string };
  to: { label: string; text: string };
  isNarrow: boolean;
}) => {
  const { from, to, isNarrow } = props;
  const { t } = useScalephTranslation();
  // The editor puts the number in the place of the $.
  const unchanged = t('views.versions.unchanged', { number: '$' });
  const host = useRef<HTMLDivElement>(null);
  const [fromLabel, fromText, toLabel, toText] = [
    from.label,
    from.text,
    to.label,
    to.text,
  ];
  useEffect(() => {
    const parent = host.current!;
    const view = isNarrow
      ? new EditorView({
          parent,
          doc: toText,
          extensions: [
            shown(toLabel, unchanged),
            unifiedMergeView({
              original: fromText,
              mergeControls: false,
              collapseUnchanged: COLLAPSE,
            }),
          ],
        })
      : new MergeView({
          parent,
          a: { doc: fromText, extensions: shown(fromLabel, unchanged) },
          b: { doc: toText, extensions: shown(toLabel, unchanged) },
          collapseUnchanged: COLLAPSE,
        });
    return () => view.destroy();
  }, [fromLabel, fromText, toLabel, toText, isNarrow, unchanged]);
  return <div ref={host} className={classes.diff} />;
};

export default TextDiff;
