import type {
  NodeFields,
  PipelineFields,
} from '@scaleph/backstage-plugin-scaleph-common';
import { createContext, useContext } from 'react';

/** What the server knows of the rows of a draft. @internal */
export interface NodeData {
  fields?: PipelineFields;
  /** The fields are those of the document as it is, not of an older one. */
  isCurrent: boolean;
  /** Why the fields could not be asked for. */
  error?: Error;
  /** Shows the first rows that leave a node; absent where nobody can. */
  openPreview?(node: string): void;
}

const NodeDataContext = createContext<NodeData>({ isCurrent: false });
export const NodeDataContextProvider = NodeDataContext.Provider;

/** @internal */
export const useNodeData = (): NodeData => useContext(NodeDataContext);

/** The fields that arrive at and leave a node, as far as they are known. @internal */
export function useNodeFields(node: string): NodeFields | undefined {
  const { fields } = useNodeData();
  return fields && Object.hasOwn(fields.nodes, node)
    ? fields.nodes[node]
    : undefined;
}
