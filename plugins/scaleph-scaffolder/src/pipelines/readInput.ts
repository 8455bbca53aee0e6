import { InputError } from '@backstage/errors';
import { CreatePipelineBody } from '@scaleph/backstage-plugin-scaleph-common';
import { formDocument, FormNode, PipelineForm } from './formDocument';

/** The input of `scaleph:pipeline:create`. @internal */
export interface CreatePipelineInput extends Partial<PipelineForm> {
  document?: Record<string, unknown>;
  yaml?: string;
  publish?: boolean;
  message?: string;
}

type Content = Pick<CreatePipelineBody, 'document' | 'yaml'>;

/** The document that an input gives in one of three ways: as data, as text, or as the fields of a form. @internal */
export function readInput(input: CreatePipelineInput): Content {
  const { document, yaml, name, owner, source, sink } = input;
  const ways = [document, yaml, source ?? sink].filter(way => way);
  if (ways.length !== 1) {
    throw new InputError(
      `A pipeline is given by one of "document", "yaml", or "source" and "sink"; ${ways.length} are given`,
    );
  }
  if (document) return { document };
  if (yaml) return { yaml };
  if (!name || !owner || !isNode(source) || !isNode(sink)) {
    const missing = Object.entries({ name, owner, source, sink })
      .filter(([, value]) => !value)
      .map(([field]) => `"${field}"`);
    throw new InputError(
      `A pipeline that is made of a source and a sink also needs ${missing.join(
        ', ',
      )}`,
    );
  }
  return { document: formDocument({ ...input, name, owner, source, sink }) };
}

function isNode(node: FormNode | undefined): node is FormNode {
  return node !== undefined;
}
