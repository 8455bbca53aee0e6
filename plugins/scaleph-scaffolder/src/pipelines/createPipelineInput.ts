import { z as zod } from 'zod/v3';

type Zod = typeof zod;

const node = (z: Zod) =>
  z.object({
    connector: z.string().describe('Name of the connector, e.g. LocalFile'),
    title: z.string().optional(),
    dataSource: z
      .string()
      .optional()
      .describe(
        'Name of a data source, or the ref of its catalog Resource, as EntityPicker gives it',
      ),
    options: z
      .record(z.unknown())
      .optional()
      .describe('Options of the connector; empty ones are left out'),
  });

/** Schema of the input of `scaleph:pipeline:create`. @internal */
export const createPipelineInput = {
  document: (z: Zod) =>
    z.record(z.unknown()).optional().describe('The whole pipeline document'),
  yaml: (z: Zod) =>
    z.string().optional().describe('The whole pipeline document as YAML'),
  name: (z: Zod) => z.string().optional().describe('Name of the pipeline'),
  title: (z: Zod) => z.string().optional(),
  description: (z: Zod) => z.string().optional(),
  owner: (z: Zod) => z.string().optional().describe('Ref of a Group or User'),
  system: (z: Zod) => z.string().optional().describe('Ref of a System'),
  tags: (z: Zod) => z.array(z.string()).optional(),
  source: (z: Zod) => node(z).optional().describe('Where rows come from'),
  sql: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('One SELECT that transforms the rows; its table is `source`'),
  transforms: (z: Zod) =>
    z
      .array(node(z))
      .optional()
      .describe('Transforms between source and sink, in this order'),
  sink: (z: Zod) => node(z).optional().describe('Where rows go to'),
  publish: (z: Zod) =>
    z
      .boolean()
      .optional()
      .describe('Whether the pipeline is published as version 1'),
  message: (z: Zod) =>
    z.string().optional().describe('What is said about the version'),
};
