import type {
  KnownConnector,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';

// What reads as a sentence of its own needs no name before it.
const SPEAKS_FOR_ITSELF = new Set(['query', 'sql']);

function toText(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(toText).join(', ');
  }
  if (value !== null && typeof value === 'object') {
    const { fields } = value as { fields?: unknown };
    const named = fields && typeof fields === 'object' ? fields : value;
    return Object.keys(named).join(', ');
  }
  return String(value);
}

/** The one line of a node's card, e.g. `table orders`; empty when nothing is set. @internal */
export function essentialLine(
  node: PipelineNode,
  connector: Pick<KnownConnector, 'essential'> | undefined,
): string {
  const options = node.options ?? {};
  const candidates = [
    connector?.essential,
    'table',
    'path',
    'query',
    'topic',
  ].filter((it): it is string => Boolean(it));
  const option = candidates.find(
    it => options[it] !== undefined && options[it] !== '',
  );
  if (!option) {
    return node.dataSource ?? '';
  }
  const text = toText(options[option]).replace(/\s+/g, ' ').trim();
  return SPEAKS_FOR_ITSELF.has(option) ? text : `${option} ${text}`;
}
