import type { GraphActions } from '../hooks/useGraphActions';
import type { NodePlace } from '../lib/editGraph';
import type {
  CommentFlowNode,
  PipelineFlowEdge,
  PipelineFlowNode,
} from '../lib/toFlowGraph';

/** @internal */
export interface PipelineCanvasProps {
  nodes: PipelineFlowNode[];
  edges: PipelineFlowEdge[];
  comments?: CommentFlowNode[];
  /** Fits the view again when this changes. */
  fitKey?: string;
  /** Nodes glide to their places when this changes. */
  glideKey?: number;
  /** The node that is open beside the canvas. */
  selected?: string;
  /** What keys and buttons work on; only the open node when absent. */
  picked?: ReadonlySet<string>;
  /** Shows zoom buttons and a minimap; a small overview does without. */
  controls?: boolean;
  /** What can be changed; absent where nothing can. */
  graph?: GraphActions;
  /** Name of a file that the drawing is saved as; absent where it is not. */
  imageName?: string;
  onSelect(node: string | undefined): void;
  onPick?(ids: string[]): void;
  /** Opens the palette for a place. */
  onAdd?(place: NodePlace): void;
  /** A connector of the palette was dropped. */
  onDrop?(connector: string, place: NodePlace): void;
  onConnectTo?(node: string): void;
  say?(message: string): void;
}
