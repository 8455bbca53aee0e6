import type { Places } from './layoutPipeline';

/** @internal */
export const ALIGNMENTS = [
  'left',
  'center',
  'right',
  'top',
  'middle',
  'bottom',
  'horizontal',
  'vertical',
] as const;

/** How boxes are put in line; the last two distribute the room between them. @internal */
export type Alignment = (typeof ALIGNMENTS)[number];

/** @internal */
export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const extent = (boxes: readonly Box[], at: 'x' | 'y', size: Side) => ({
  start: Math.min(...boxes.map(box => box[at])),
  end: Math.max(...boxes.map(box => box[at] + box[size])),
});

type Side = 'width' | 'height';

/** New top left corners of boxes that are put in line; fewer than two (three to distribute) stay. @internal */
export function alignNodes(boxes: readonly Box[], how: Alignment): Places {
  if (how === 'horizontal' || how === 'vertical') {
    return distribute(boxes, how);
  }
  if (boxes.length < 2) {
    return {};
  }
  const x = extent(boxes, 'x', 'width');
  const y = extent(boxes, 'y', 'height');
  const place = (box: Box): [number, number] => {
    switch (how) {
      case 'left':
        return [x.start, box.y];
      case 'center':
        return [(x.start + x.end - box.width) / 2, box.y];
      case 'right':
        return [x.end - box.width, box.y];
      case 'top':
        return [box.x, y.start];
      case 'middle':
        return [box.x, (y.start + y.end - box.height) / 2];
      default:
        return [box.x, y.end - box.height];
    }
  };
  return Object.fromEntries(boxes.map(box => [box.id, place(box)]));
}

// The outer two stay where they are, and the gaps between all become equal.
function distribute(
  boxes: readonly Box[],
  how: 'horizontal' | 'vertical',
): Places {
  if (boxes.length < 3) {
    return {};
  }
  const [at, size] =
    how === 'horizontal'
      ? (['x', 'width'] as const)
      : (['y', 'height'] as const);
  const { start, end } = extent(boxes, at, size);
  const sizes = boxes.reduce((sum, box) => sum + box[size], 0);
  const gap = (end - start - sizes) / (boxes.length - 1);
  let next = start;
  const places: Places = {};
  for (const box of [...boxes].sort((a, b) => a[at] - b[at])) {
    places[box.id] = how === 'horizontal' ? [next, box.y] : [box.x, next];
    next += box[size] + gap;
  }
  return places;
}
