import { z as zod } from 'zod/v3';

type Zod = typeof zod;

const secret = (z: Zod) =>
  z.union([
    z.string().min(1).describe('The value, as ${{ secrets.NAME }} gives it'),
    z.object({ environment: z.string() }).strict(),
    z
      .object({
        kubernetesSecret: z
          .object({ namespace: z.string(), name: z.string(), key: z.string() })
          .strict(),
      })
      .strict(),
  ]);

/** Schema of the input of `scaleph:data-source:create`. @internal */
export const createDataSourceInput = {
  name: (z: Zod) => z.string().describe('Name of the data source'),
  type: (z: Zod) => z.string().describe('Its type, e.g. postgresql'),
  title: (z: Zod) => z.string().optional(),
  description: (z: Zod) => z.string().optional(),
  owner: (z: Zod) => z.string().describe('Ref of a Group or User'),
  system: (z: Zod) => z.string().optional().describe('Ref of a System'),
  tags: (z: Zod) => z.array(z.string()).optional(),
  config: (z: Zod) =>
    z
      .record(z.unknown())
      .describe('Where it points, by the schema of its type; no secrets'),
  secrets: (z: Zod) =>
    z
      .record(secret(z))
      .optional()
      .describe(
        'Secrets by name: a value from the secrets of the task, or where the back end finds it',
      ),
};
