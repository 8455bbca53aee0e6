import { ArtifactRef, PipelineDocument } from '../types';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). @internal */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same items in another order. @internal */
export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

const WORDS = [
  'a',
  'yes',
  'select 1\nfrom t',
  "it's",
  '${x}',
  '',
  '🚀 rocket',
  '12:30',
  ' # no comment',
  'null',
  '7',
];

const SCRIPTS = [
  "insert into a select '${x}' from b",
  "SET 'a' = 'b';\n\n-- c\ninsert into a\n  select 1;\n",
  '',
  ' \tx\r\ny',
  'source:\n  type: values\n  a: "yes" # z\n',
];

/** A document of the right shape with any content; its graph may be anything, cycles too. @internal */
export function randomDocument(seed: number): PipelineDocument {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(items: readonly T[]) => items[below(items.length)];
  const maybe = <T>(make: () => T) => (next() < 0.5 ? make() : undefined);
  const many = <T>(max: number, make: (index: number) => T) =>
    Array.from({ length: below(max + 1) }, (_, index) => make(index));

  const value = (depth: number): unknown => {
    const kind = below(depth > 0 ? 7 : 5);
    if (kind === 0) return next() < 0.5;
    if (kind === 1) return below(1000) - 500;
    if (kind === 2) return next() * 1e6;
    if (kind === 3) return null;
    if (kind === 4) return pick(WORDS);
    if (kind === 5) return many(3, () => value(depth - 1));
    return Object.fromEntries(
      many(3, i => [`k${below(9)}${i}`, value(depth - 1)]),
    );
  };
  const artifact = (): ArtifactRef =>
    pick<ArtifactRef>([
      { upload: 'a.jar' },
      { url: 'https://example.com/a.jar' },
      { url: 'https://example.com/a.jar', sha256: 'a'.repeat(64) },
      { maven: 'g:a:1' },
    ]);
  const type = pick([
    'seatunnel',
    'seatunnel',
    'flink-sql',
    'flink-jar',
    'flink-cdc',
  ] as const);
  const libraries = () => maybe(() => many(2, artifact));
  const definition = () => {
    if (type === 'flink-sql') {
      return { sql: { script: pick(SCRIPTS), libraries: libraries() } };
    }
    if (type === 'flink-cdc') {
      return { cdc: { definition: pick(SCRIPTS), libraries: libraries() } };
    }
    if (type !== 'flink-jar') return {};
    return {
      jar: {
        artifact: artifact(),
        entryClass: maybe(() => 'org.example.Main'),
        arguments: maybe(() => many(3, () => pick(WORDS))),
        libraries: libraries(),
      },
    };
  };
  const ids =
    type !== 'seatunnel' && next() < 0.8
      ? []
      : many(8, index => `n${below(100)}_${index}`);
  const document: PipelineDocument = {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: {
      name: `p${seed}`,
      title: maybe(() => `Title ${seed}: ${pick(WORDS)}`),
      description: maybe(() => pick(WORDS)),
      owner: 'group:default/data',
      system: maybe(() => 'system:default/geo'),
      tags: maybe(() => many(3, index => `tag${index}`)),
      links: maybe(() =>
        many(2, index => ({
          url: `https://example.com/${index}`,
          title: maybe(() => 'Docs'),
        })),
      ),
    },
    spec: {
      type,
      mode: maybe(() => pick(['batch', 'streaming'] as const)),
      parameters: maybe(() =>
        Object.fromEntries(
          many(3, index => [
            `p${below(9)}${index}`,
            { default: maybe(() => pick(WORDS)) },
          ]),
        ),
      ),
      env: maybe(() => ({
        parallelism: maybe(() => 1 + below(9)),
        flink: maybe(() =>
          Object.fromEntries(many(3, i => [`a.${below(9)}${i}`, pick(WORDS)])),
        ),
      })),
      recovery: maybe(() => ({
        restore: maybe(() => pick(['never', 'always'] as const)),
        maxAttempts: maybe(() => 1 + below(9)),
      })),
      ...definition(),
      nodes: ids.map(id => ({
        id,
        kind: pick(['source', 'transform', 'sink'] as const),
        connector: pick(['Jdbc', 'Sql', 'Anything']),
        title: maybe(() => `Node ${id}`),
        dataSource: maybe(() => 'resource:default/warehouse'),
        options: maybe(() =>
          Object.fromEntries(
            many(4, index => [`o${below(9)}.${index}`, value(2)]),
          ),
        ),
      })),
      edges:
        ids.length === 0
          ? []
          : many(10, () => ({ from: pick(ids), to: pick(ids) })),
      layout: maybe(() =>
        Object.fromEntries(ids.map(id => [id, [below(900), next() * 600]])),
      ),
      comments: maybe(() =>
        many(3, index => ({
          id: `note${below(9)}_${index}`,
          text: pick(WORDS),
          position: [below(900), next() * 600],
          size: maybe(() => [200, 80 + below(200)]),
        })),
      ),
    },
  };
  // As JSON has it: without fields that are undefined.
  return JSON.parse(JSON.stringify(document));
}
