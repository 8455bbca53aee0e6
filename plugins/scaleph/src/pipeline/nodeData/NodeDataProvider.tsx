import type {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  lazy,
  ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { NodeDataContextProvider } from './NodeDataContext';
import { PreviewLayout } from './PreviewLayout';
import { usePipelineFields } from './usePipelineFields';
import { usePreview } from './usePreview';
import { usePreviewKey } from './usePreviewKey';
import { useQueryProblems } from './useQueryProblems';

const PreviewPanel = lazy(() => import('./PreviewPanel'));

const OPEN_KEY = 'scaleph:preview:open';

/**
 * Around the views of a draft: what flows through its nodes, and the panel
 * below with the first rows of the selected one.
 *
 * @internal
 */
export const NodeDataProvider = (props: {
  pipeline: string;
  document: PipelineDocument;
  /** The draft can be edited: fields and previews need that permission. */
  enabled: boolean;
  selected?: string;
  /** Selects the node whose rows are shown. */
  onSelect(node: string): void;
  /** Queries fail, as the server says: a stable function. */
  onProblems?(problems: DocumentProblem[]): void;
  /** Beside the views: the selected node. */
  drawer?: ReactNode;
  children: ReactNode;
}) => {
  const { pipeline, document, enabled, selected, onSelect, children } = props;
  const fields = usePipelineFields(pipeline, document, enabled);
  useQueryProblems(document, fields, enabled, props.onProblems);
  const [isOpen, setOpen] = useState(
    () => localStorage.getItem(OPEN_KEY) === 'yes',
  );
  const remember = useCallback((open: boolean) => {
    setOpen(open);
    localStorage.setItem(OPEN_KEY, open ? 'yes' : 'no');
  }, []);
  // A node that is asked for from outside is run once it is the selected one.
  const [wanted, setWanted] = useState<string>();
  const preview = usePreview(pipeline, document, selected);
  const openPreview = useCallback(
    (node: string) => {
      remember(true);
      setWanted(node);
      onSelect(node);
    },
    [remember, onSelect],
  );
  const run = useRef(preview.run);
  run.current = preview.run;
  useEffect(() => {
    if (wanted !== undefined && wanted === selected) {
      setWanted(undefined);
      run.current();
    }
  }, [wanted, selected]);
  const canPreview = enabled && document.spec.nodes.length > 0;
  usePreviewKey(
    canPreview && selected ? () => openPreview(selected) : undefined,
  );
  const value = useMemo(
    () => ({
      fields: fields.value,
      isCurrent: fields.isCurrent,
      error: fields.error,
      openPreview: canPreview ? openPreview : undefined,
    }),
    [fields.value, fields.isCurrent, fields.error, canPreview, openPreview],
  );
  const isShown = canPreview && isOpen;
  return (
    <NodeDataContextProvider value={value}>
      <PreviewLayout
        drawer={props.drawer}
        panel={
          isShown && (
            <Suspense fallback={null}>
              <PreviewPanel
                document={document}
                node={selected}
                preview={preview}
                onSelect={onSelect}
                onClose={() => {
                  preview.cancel();
                  remember(false);
                }}
              />
            </Suspense>
          )
        }
      >
        {children}
      </PreviewLayout>
    </NodeDataContextProvider>
  );
};
