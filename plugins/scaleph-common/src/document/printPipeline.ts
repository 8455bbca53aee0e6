import { Document, isMap, isSeq, Scalar, visit } from 'yaml';
import { PipelineDocument } from '../types';
import { canonicalDocument } from './canonicalDocument';
import { hasGraph } from './pipelineTypes';

/**
 * The canonical YAML of a document: documents that mean the same (and are drawn the same) print the same, so that a diff of two texts
 * shows meaning. Parsing it gives `canonicalDocument(document)`.
 * @public
 */
export function printPipeline(document: PipelineDocument): string {
  const { metadata, spec, ...head } = canonicalDocument(document);
  const { tags, ...rest } = metadata;
  const yaml = new Document(
    {
      ...head,
      metadata: { ...rest, ...(tags?.length && { tags }) },
      spec: withoutEmptyGraph(spec),
    },
    // compat: words like `yes`, which older readers take for a boolean, get quotes.
    { compat: 'yaml-1.1', aliasDuplicateObjects: false },
  );
  visit(yaml, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) {
        node.type = Scalar.BLOCK_LITERAL;
      }
    },
  });
  for (const path of [
    ['metadata', 'tags'],
    ['spec', 'edges'],
    ['spec', 'layout'],
  ]) {
    flow(yaml.getIn(path), path[1] === 'tags');
  }
  const comments = yaml.getIn(['spec', 'comments']);
  for (const comment of isSeq(comments) ? comments.items : []) flow(comment);
  return yaml.toString({ lineWidth: 0, indentSeq: false });
}

// What the type of the pipeline has not, and nobody wrote, is read as empty.
function withoutEmptyGraph(
  spec: PipelineDocument['spec'],
): Partial<PipelineDocument['spec']> {
  const { nodes, edges, ...rest } = spec;
  const isNone = !hasGraph(spec.type) && !nodes.length && !edges.length;
  return isNone ? rest : spec;
}

// One line for each edge and each position: `- { from: a, to: b }`.
function flow(collection: unknown, whole = false) {
  if (whole && isSeq(collection)) {
    collection.flow = true;
  } else if (isSeq(collection)) {
    for (const item of collection.items) if (isMap(item)) item.flow = true;
  } else if (isMap(collection)) {
    for (const { value } of collection.items) {
      if (isSeq(value)) value.flow = true;
    }
  }
}
