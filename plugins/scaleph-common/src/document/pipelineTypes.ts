import { PipelineType } from '../types';

/** The types of pipelines that a document can have. @public */
export const pipelineTypes: readonly PipelineType[] = [
  'seatunnel',
  'flink-sql',
  'flink-jar',
  'flink-cdc',
  'dataflow',
];

/** Whether pipelines of a type are made of nodes and edges; the others hold a text or a jar. @public */
export function hasGraph(type: PipelineType): boolean {
  return type === 'seatunnel' || type === 'dataflow';
}

/** The part of `spec` that only pipelines of that type have. @internal */
export const definitionOf = {
  'flink-sql': 'sql',
  'flink-jar': 'jar',
  'flink-cdc': 'cdc',
} as const;

/** Whether a type has a part of `spec` of its own. @internal */
export function hasDefinition(type: string): type is keyof typeof definitionOf {
  return Object.hasOwn(definitionOf, type);
}
