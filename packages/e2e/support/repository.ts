import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The pipeline that comes from the repository. */
export const REPOSITORY_PIPELINE = 'orders-by-day';

const ENTITY = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${REPOSITORY_PIPELINE}
  title: Orders by day
  annotations:
    scaleph.io/pipeline: ./pipeline.yaml
spec:
  type: data-pipeline
  lifecycle: production
  owner: group:default/data
`;

const PIPELINE = `# Reviewed by the team before it changes.
apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: ${REPOSITORY_PIPELINE}
  owner: group:default/data
spec:
  type: seatunnel
  mode: batch
  nodes:
  - id: orders
    kind: source
    connector: FakeSource
    options:
      row.num: 20
      schema: { fields: { day: date, amount: int } }
  - id: by_day # one row a day
    kind: transform
    connector: Sql
    options:
      query: SELECT day, sum(amount) AS total FROM orders GROUP BY day
  - id: show
    kind: sink
    connector: Console
  edges:
  - { from: orders, to: by_day }
  - { from: by_day, to: show }
`;

const directoryOf = (dataDir: string) => path.join(dataDir, 'repository');

/** A git repository with an entity and its pipeline; answers the location by which the catalog finds it. */
export function layOutRepository(dataDir: string) {
  const directory = directoryOf(dataDir);
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, 'catalog-info.yaml'), ENTITY);
  fs.writeFileSync(path.join(directory, 'pipeline.yaml'), PIPELINE);
  execFileSync('git', ['init', '--quiet'], { cwd: directory });
  return {
    type: 'file',
    target: path.join(directory, 'catalog-info.yaml'),
    rules: [{ allow: ['Component'] }],
  };
}

/** As somebody would who has downloaded a patch. Throws when it does not fit. */
export function applyPatch(dataDir: string, patch: string): string {
  const directory = directoryOf(dataDir);
  execFileSync('git', ['apply', '-'], { cwd: directory, input: patch });
  return fs.readFileSync(path.join(directory, 'pipeline.yaml'), 'utf8');
}
