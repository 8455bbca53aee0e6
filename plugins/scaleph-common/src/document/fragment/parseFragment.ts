import { DocumentProblem } from '../../types';
import { parsePipeline } from '../parsePipeline';
import { readText, utf8Length } from '../readText';
import { PipelineFragment } from './PipelineFragment';
import { aroundFragment, FRAGMENT_KIND } from './printFragment';

/** The longest text that is looked at: 256 KiB of UTF-8, some hundred nodes. */
const MAX_BYTES = 256 * 1024;

const PARTS = ['nodes', 'edges', 'layout', 'comments'];

/**
 * Reads what `printFragment` has printed, or a whole pipeline, of which the graph is taken. Any text may come in: it is read as YAML
 * of this shape and as nothing else. Edges, places and comments without their node, or with the id of another one, are left out.
 * Problems say why there is no fragment, with code `no-fragment` where the text was never meant to be one. Never throws.
 * @public
 */
export function parseFragment(text: string): {
  fragment?: PipelineFragment;
  problems: DocumentProblem[];
} {
  if (!/^"?kind"?: *"?Pipeline/m.test(text.slice(0, 10_000))) {
    return refuse('no-fragment', 'The text is not part of a pipeline');
  }
  if (utf8Length(text) > MAX_BYTES) {
    return refuse('document-too-large', 'The text is longer than 256 KiB');
  }
  const { value, problems } = readText(text);
  if (problems.length > 0) return { problems };
  if (!isRecord(value) || !isRecord(value.spec)) {
    return refuse('no-fragment', 'The text is not part of a pipeline');
  }
  const { kind, spec } = value;
  if (kind !== FRAGMENT_KIND && kind !== 'Pipeline') {
    return refuse('no-fragment', 'The text is not part of a pipeline');
  }
  const graph = Object.fromEntries(
    PARTS.filter(part => spec[part] !== undefined).map(part => [
      part,
      spec[part],
    ]),
  );
  const read = parsePipeline(
    aroundFragment({ nodes: [], edges: [], ...graph } as PipelineFragment),
  );
  if (!read.document) return { problems: read.problems };
  const fragment = whole(read.document.spec);
  return fragment.nodes.length || fragment.comments?.length
    ? { fragment, problems: [] }
    : refuse('no-fragment', 'The text has no nodes');
}

// What is pasted has no loose ends, whatever was copied.
function whole(spec: PipelineFragment): PipelineFragment {
  const ids = new Set<string>();
  const unique = <T extends { id: string }>(items: T[]) =>
    items.filter(({ id }) => !ids.has(id) && ids.add(id));
  const nodes = unique(spec.nodes);
  const isNode = new Set(ids);
  const pairs = new Set<string>();
  const edges = spec.edges.filter(({ from, to }) => {
    const pair = `${from} ${to}`;
    const isNew = !pairs.has(pair);
    pairs.add(pair);
    return isNew && from !== to && isNode.has(from) && isNode.has(to);
  });
  const layout = Object.entries(spec.layout ?? {}).filter(([id]) =>
    isNode.has(id),
  );
  return {
    nodes,
    edges,
    layout: Object.fromEntries(layout),
    comments: unique(spec.comments ?? []),
  };
}

function refuse(code: string, message: string) {
  const problem: DocumentProblem = {
    severity: 'error',
    code,
    pointer: '',
    message,
    fix: 'Copy nodes of a pipeline first.',
  };
  return { problems: [problem] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
