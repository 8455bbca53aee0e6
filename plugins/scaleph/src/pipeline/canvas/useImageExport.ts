import { toError } from '@backstage/errors';
import { RefObject } from 'react';
import { useLanguage, useNotify } from '../../hooks';
import { useStable } from '../hooks/useStable';
import type { CanvasNode, PipelineFlowEdge } from '../lib/toFlowGraph';
import type { ImageFormat } from './CanvasTools';

/** Saves the drawing as a file; says so where the browser cannot. @internal */
export function useImageExport(options: {
  /** Of the file, without its ending. */
  name: string;
  nodes: readonly CanvasNode[];
  edges: readonly PipelineFlowEdge[];
  box: RefObject<HTMLElement>;
}): (format: ImageFormat) => void {
  const { name, nodes, edges, box } = options;
  const language = useLanguage();
  const notify = useNotify();
  return useStable(async (format: ImageFormat) => {
    const element = box.current;
    if (!element) {
      return;
    }
    try {
      const { saveImage } = await import('../image/saveImage');
      await saveImage({ name, format, nodes, edges, language, element });
    } catch (error) {
      notify({ title: toError(error).message, status: 'danger' });
    }
  });
}
