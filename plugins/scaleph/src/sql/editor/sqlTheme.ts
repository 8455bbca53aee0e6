import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { editorTheme } from '../../pipeline/yaml/yamlTheme';

const colours = HighlightStyle.define([
  {
    tag: tags.keyword,
    color: 'var(--bui-announcement-fg-subdued)',
    fontWeight: '600',
  },
  {
    tag: tags.function(tags.name),
    color: 'var(--bui-announcement-fg-subdued)',
  },
  { tag: tags.typeName, color: 'var(--bui-warning-fg-subdued)' },
  { tag: tags.meta, color: 'var(--bui-fg-secondary)', fontWeight: '600' },
  { tag: tags.operator, color: 'var(--bui-fg-secondary)' },
]);

const view = EditorView.theme({
  '.cm-line': { paddingLeft: '8px', borderLeft: '2px solid transparent' },
  '.cm-line.cm-ownStatement': {
    borderLeftColor: 'var(--bui-announcement-fg-subdued)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--bui-font-monospace, monospace)',
    maxHeight: '16em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-announcement-bg-subdued)',
  },
  '.cm-completionDetail': {
    color: 'var(--bui-fg-secondary)',
    fontStyle: 'normal',
    marginLeft: '12px',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionIcon': { opacity: '0.7', width: '1.2em' },
  '.cm-sqlHelp': { padding: '6px 10px', maxWidth: '420px' },
  '.cm-sqlHelp code': {
    display: 'block',
    fontFamily: 'var(--bui-font-monospace, monospace)',
  },
});

/** Look of the SQL editor; the rest is that of all our editors. @internal */
export const sqlTheme = [view, syntaxHighlighting(colours), editorTheme];
