import { useBreakpoint } from '@backstage/ui';
import type { PipelineNode } from '@scaleph/backstage-plugin-scaleph-common';
import { useUrlState } from '../../hooks';
import type { PipelineViewName } from '../ViewSwitch';
import { useStable } from './useStable';

/** What is shown of the pipeline. @internal */
export interface EditorView {
  view: PipelineViewName;
  /** There is no room for two views side by side. */
  isNarrow: boolean;
  /** The editor has the whole page. */
  isFull: boolean;
  /** The node that is open beside the view. */
  selected?: string;
  show(changes: { view?: PipelineViewName; node?: string }): void;
  onView(view: PipelineViewName): void;
  onFull(): void;
  onSelect(node: string | undefined): void;
}

/** The same as the URL says it: a link shows what one sees. @internal */
export function useEditorView(nodes: readonly PipelineNode[]): EditorView {
  const [url, setUrl] = useUrlState({ view: 'graph', node: '', full: '' });
  const isNarrow = useBreakpoint().down('md');
  const isFull = url.full === '1';
  return {
    // Two views beside each other need room: in less of it they are tabs.
    view: (url.view === 'split' && isNarrow
      ? 'graph'
      : url.view) as PipelineViewName,
    isNarrow,
    isFull,
    selected: nodes.some(it => it.id === url.node) ? url.node : undefined,
    show: setUrl,
    onView: useStable((view: PipelineViewName) => setUrl({ view })),
    onFull: useStable(() => setUrl({ full: isFull ? '' : '1' })),
    onSelect: useStable((node: string | undefined) =>
      setUrl({ node: node ?? '' }),
    ),
  };
}
