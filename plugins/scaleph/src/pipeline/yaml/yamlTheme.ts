import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// Colours are the portal's variables, so light and dark need no second theme.
const view = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'transparent',
    fontSize: '0.8125rem',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--bui-font-monospace, monospace)',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--bui-fg-primary)', padding: '12px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '.cm-gutters': {
    color: 'var(--bui-fg-secondary)',
    backgroundColor: 'transparent',
    border: 'none',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'transparent',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--bui-announcement-bg-subdued)' },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-neutral-1)',
    borderColor: 'var(--bui-border-2)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--bui-warning-bg-subdued)' },
});

const colours = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: 'var(--bui-announcement-fg-subdued)',
  },
  {
    tag: [tags.string, tags.special(tags.string)],
    color: 'var(--bui-positive-fg-subdued)',
  },
  {
    tag: [tags.number, tags.bool, tags.null, tags.keyword],
    color: 'var(--bui-warning-fg-subdued)',
  },
  { tag: tags.comment, color: 'var(--bui-fg-secondary)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator], color: 'var(--bui-fg-secondary)' },
]);

/** Look of all our editors. @internal */
export const editorTheme = [view, syntaxHighlighting(colours)];
