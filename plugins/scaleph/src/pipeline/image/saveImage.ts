import { getBezierPath, Position } from '@xyflow/react';
import { localize } from '../lib/localize';
import type {
  CanvasNode,
  PipelineFlowEdge,
  PipelineFlowNode,
} from '../lib/toFlowGraph';
import { toSvg } from './toSvg';
import type { ImageGraph, ImageStyle } from './toSvg';

/** A browser draws no larger picture. */
const MAX_SIDE = 16_000;
const MAX_PIXELS = 120_000_000;

function styleOf(element: Element): ImageStyle {
  const styles = getComputedStyle(element);
  // A probe says what a variable is where it is used: a theme may name others in it.
  const probe = document.createElement('span');
  element.appendChild(probe);
  const color = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const style = {
    background: color('--bui-bg-app'),
    card: color('--bui-bg-neutral-1'),
    comment: color('--bui-bg-neutral-2'),
    border: color('--bui-border-2'),
    line: color('--bui-gray-5'),
    text: color('--bui-fg-primary'),
    secondary: color('--bui-fg-secondary'),
    error: color('--bui-fg-negative'),
    fontFamily: styles.fontFamily,
    monospace: 'monospace',
  };
  probe.remove();
  return style;
}

function graphOf(
  nodes: readonly CanvasNode[],
  edges: readonly PipelineFlowEdge[],
  language: string,
): ImageGraph {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const cards = nodes.filter(
    (node): node is PipelineFlowNode => node.type === 'pipeline',
  );
  return {
    cards: cards.map(({ position, width = 0, height = 0, data }) => ({
      ...position,
      width,
      height,
      icon: data.connector?.icon ?? 'table',
      title: data.node.title ?? data.node.id,
      connector: data.connector
        ? localize(data.connector.title, language)
        : data.node.connector,
      essential: data.essential,
      hasError: data.errors > 0,
    })),
    notes: nodes.flatMap(node =>
      node.type === 'comment'
        ? [
            {
              ...node.position,
              width: node.width ?? 0,
              height: node.height ?? 0,
              text: node.data.comment.text,
            },
          ]
        : [],
    ),
    paths: edges.flatMap(({ source, target }) => {
      const [from, to] = [byId.get(source), byId.get(target)];
      return from && to
        ? [
            getBezierPath({
              sourceX: from.position.x + (from.width ?? 0),
              sourceY: from.position.y + (from.height ?? 0) / 2,
              sourcePosition: Position.Right,
              targetX: to.position.x,
              targetY: to.position.y + (to.height ?? 0) / 2,
              targetPosition: Position.Left,
            })[0],
          ]
        : [];
    }),
  };
}

async function toPng(
  svg: string,
  width: number,
  height: number,
): Promise<Blob> {
  const scale = Math.min(
    2,
    MAX_SIDE / Math.max(width, height),
    Math.sqrt(MAX_PIXELS / (width * height)),
  );
  const image = new Image();
  // A data URL: the portal's content security policy takes no blob as an image.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob =>
        blob
          ? resolve(blob)
          : reject(
              new Error(
                `The drawing is too large for a PNG: ${width} × ${height} pixels. Save it as SVG.`,
              ),
            ),
      'image/png',
    );
  });
}

/**
 * Saves what is drawn as a file, in the colours of the page.
 *
 * @param name - of the file, without its ending
 * @throws Error when the browser cannot draw a picture so large
 * @internal
 */
export async function saveImage(options: {
  name: string;
  format: 'svg' | 'png';
  nodes: readonly CanvasNode[];
  edges: readonly PipelineFlowEdge[];
  language: string;
  /** Whose colours and letters are used. */
  element: Element;
}): Promise<void> {
  const { name, format, nodes, edges, language, element } = options;
  const context = document.createElement('canvas').getContext('2d');
  const { svg, width, height } = toSvg(
    graphOf(nodes, edges, language),
    styleOf(element),
    (text, font) => {
      if (!context) {
        return text.length * 7;
      }
      context.font = font;
      return context.measureText(text).width;
    },
  );
  const file =
    format === 'svg'
      ? new Blob([svg], { type: 'image/svg+xml' })
      : await toPng(svg, width, height);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${format}`;
  link.click();
  URL.revokeObjectURL(url);
}
