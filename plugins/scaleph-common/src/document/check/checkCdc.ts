import { isMap, isScalar, LineCounter, Node, parseDocument } from 'yaml';
import { findCdcConnector } from '../../cdc/cdcConnectors';
import { DocumentProblem, PipelineDocument } from '../../types';
import { suggestion } from '../words';
import { checkCdcEnd } from './checkCdcEnd';

/** One thing wrong with a definition, at one of its nodes. @internal */
export interface CdcProblem {
  severity: 'error' | 'warning';
  code: string;
  node?: Node | null;
  message: string;
  fix?: string;
}

const PARTS = ['source', 'sink', 'route', 'transform', 'pipeline'];
const SCHEMA_PARTS = ['model', 'udf', 'user-defined-function'];

/** The definition of a pipeline of type flink-cdc. @internal */
export function checkCdc(document: PipelineDocument): DocumentProblem[] {
  const definition = document.spec.cdc?.definition ?? '';
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const lineCounter = new LineCounter();
  const yaml = parseDocument(definition, { lineCounter, stringKeys: true });
  const toProblem = (
    { node, message, ...problem }: CdcProblem,
    offset = node?.range?.[0] ?? 0,
  ): DocumentProblem => {
    const { line, col } = lineCounter.linePos(offset);
    return {
      ...problem,
      pointer: '/spec/cdc/definition',
      message: `${pipeline}: the definition: ${message}`,
      line: Math.max(1, line),
      column: Math.max(1, col),
    };
  };
  if (yaml.errors.length > 0) {
    return yaml.errors.slice(0, 10).map(({ message, pos }) =>
      toProblem(
        {
          severity: 'error',
          code: 'malformed-yaml',
          message: message.split('\n')[0],
        },
        pos[0],
      ),
    );
  }
  return checkParts(yaml.contents).map(problem => toProblem(problem));
}

function checkParts(root: Node | null): CdcProblem[] {
  if (!isMap<Node, Node | null>(root)) {
    return [
      {
        severity: 'error',
        code: 'wrong-type',
        node: root,
        message: 'it is no map',
        fix: 'Start with source and sink.',
      },
    ];
  }
  const parts = new Map(
    root.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : '',
      { key, value },
    ]),
  );
  const unknown = [...parts]
    .filter(([name]) => ![...PARTS, ...SCHEMA_PARTS].includes(name))
    .map(
      ([name, { key }]): CdcProblem => ({
        severity: 'warning',
        code: 'unknown-field',
        node: key,
        message: `part "${name}" is unknown`,
        fix: suggestion(name, PARTS),
      }),
    );
  return [
    ...(['source', 'sink'] as const).flatMap(kind =>
      checkCdcEnd(kind, parts.get(kind)?.value ?? undefined, root, name =>
        findCdcConnector(kind, name),
      ),
    ),
    ...checkRules('route', ['source-table', 'sink-table'], parts),
    ...checkRules('transform', ['source-table'], parts),
    ...checkPipelinePart(parts.get('pipeline')?.value),
    ...unknown,
  ];
}

function checkRules(
  part: string,
  required: string[],
  parts: Map<string, { value: Node | null }>,
): CdcProblem[] {
  const value = parts.get(part)?.value;
  if (!value) return [];
  const items = 'items' in value && !isMap(value) ? value.items : undefined;
  if (!Array.isArray(items)) {
    return [
      {
        severity: 'error',
        code: 'wrong-type',
        node: value,
        message: `${part} must be a list of rules`,
      },
    ];
  }
  return (items as Node[]).flatMap((item, index) =>
    required
      .filter(field => !isMap(item) || !item.has(field))
      .map(
        (field): CdcProblem => ({
          severity: 'error',
          code: 'missing-field',
          node: item,
          message: `rule ${index + 1} of ${part} has no "${field}"`,
          fix: `Add "${field}".`,
        }),
      ),
  );
}

function checkPipelinePart(value: Node | null | undefined): CdcProblem[] {
  if (!value || isMap(value)) return [];
  return [
    {
      severity: 'error',
      code: 'wrong-type',
      node: value,
      message: 'pipeline must be a map of settings',
    },
  ];
}
