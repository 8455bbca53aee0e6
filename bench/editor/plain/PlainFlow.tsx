// React Flow's stress example (reactflow.dev/examples/nodes/stress): its own default nodes, nothing of ours. Undo is the least there can
// be: the state of before.
import '@xyflow/react/dist/style.css';
import {
  addEdge,
  Background,
  Connection,
  Controls,
  Edge,
  MiniMap,
  Node,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

// The same picture at the same zoom as in the portal.
const FIT = { padding: 0.12, maxZoom: 1 };

interface Graph {
  nodes: { id: string; x: number; y: number }[];
  edges: { from: string; to: string }[];
}

const Plain = ({ graph }: { graph: Graph }) => {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>(
    graph.nodes.map(({ id, x, y }) => ({
      id,
      position: { x, y },
      style: { width: 220, height: 92 },
      sourcePosition: Position.Right,
      targetPosition: Position.Left,
      data: { label: `Node ${id}` },
    })),
  );
  const [edges, setEdges, onEdgesChange] = useEdgesState<Edge>(
    graph.edges.map(({ from, to }) => ({
      id: `${from}→${to}`,
      source: from,
      target: to,
    })),
  );
  const before = useRef<{ nodes: Node[]; edges: Edge[] }[]>([]);
  const latest = useRef({ nodes, edges });
  latest.current = { nodes, edges };
  const remember = useCallback(() => before.current.push(latest.current), []);
  const onConnect = useCallback(
    (edge: Connection) => {
      remember();
      setEdges(all => addEdge(edge, all));
    },
    [remember, setEdges],
  );
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      const last = before.current.pop();
      if (event.ctrlKey && event.key === 'z' && last) {
        setNodes(last.nodes);
        setEdges(last.edges);
      }
    };
    document.addEventListener('keydown', undo);
    return () => document.removeEventListener('keydown', undo);
  }, [setNodes, setEdges]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onConnect={onConnect}
      onNodeDragStart={remember}
      fitView
      fitViewOptions={FIT}
      minZoom={0.1}
    >
      <MiniMap />
      <Controls />
      <Background />
    </ReactFlow>
  );
};

const root = document.getElementById('root')!;
const asked = new URLSearchParams(window.location.search);
root.style.width = asked.get('width')!;
root.style.height = asked.get('height')!;
fetch(`/graph.json?nodes=${asked.get('nodes')}`)
  .then(answer => answer.json())
  .then(graph => createRoot(root).render(<Plain graph={graph} />));
