import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { withoutEmpty } from '../task/withoutEmpty';

/** A node as a form gives it. @internal */
export interface FormNode {
  connector: string;
  title?: string;
  dataSource?: string;
  options?: Record<string, unknown>;
}

/** The fields of a form that make a pipeline. @internal */
export interface PipelineForm {
  name: string;
  title?: string;
  description?: string;
  owner: string;
  system?: string;
  tags?: string[];
  source: FormNode;
  transforms?: FormNode[];
  /** A transform Sql before the others; it reads from `source`. */
  sql?: string;
  sink: FormNode;
}

type Node = PipelineDocument['spec']['nodes'][number];

/**
 * A pipeline in one line: source, transforms, sink. The ids are `source`, `sql`, `transform1` and so on, and `sink`; what the form has
 * left empty is left out.
 *
 * @internal
 */
export function formDocument(form: PipelineForm): PipelineDocument {
  const { name, title, description, owner, system, tags } = form;
  const nodes = [
    toNode('source', 'source', form.source),
    ...(form.sql?.trim()
      ? [
          toNode('sql', 'transform', {
            connector: 'Sql',
            options: { query: form.sql },
          }),
        ]
      : []),
    ...(form.transforms ?? []).map((transform, index) =>
      toNode(`transform${index + 1}`, 'transform', transform),
    ),
    toNode('sink', 'sink', form.sink),
  ];
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: withoutEmpty({ name, title, description, owner, system, tags }),
    spec: {
      type: 'seatunnel',
      mode: 'batch',
      nodes,
      edges: nodes
        .slice(1)
        .map((node, index) => ({ from: nodes[index].id, to: node.id })),
    },
  };
}

function toNode(id: string, kind: Node['kind'], form: FormNode): Node {
  const { connector, title, dataSource, options = {} } = form;
  return withoutEmpty({
    id,
    kind,
    connector,
    title,
    dataSource,
    options: withoutEmpty(options),
  });
}
