import {
  builtInConnectors,
  checkPipeline,
  ConnectorInfo,
  OptionsSchema,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import Ajv from 'ajv';
import { seaTunnelConnectors } from './catalogue';
import { profiles } from './profiles';
import { releaseFacts, seaTunnelReleases } from './releaseFacts';
import { connectorTexts, familyTexts } from './texts';

const RELEASES = [undefined, ...seaTunnelReleases];
const EVERY = RELEASES.flatMap(release =>
  seaTunnelConnectors(release)
    .filter(it => !release || it.release === release || !it.releases.length)
    .map(
      connector =>
        [
          `${release ?? 'all releases'}: ${connector.kind} ${connector.name}`,
          connector,
        ] as const,
    ),
);

/** Those that people use most: every option has a text of ours. */
const WITH_TEXTS = [
  'FakeSource',
  'LocalFile',
  'Jdbc',
  'Console',
  'Assert',
  'Copy',
  'DynamicCompile',
  'Embedding',
  'FieldMapper',
  'Filter',
  'FilterRowKind',
  'JsonPath',
  'LLM',
  'Replace',
  'Split',
  'Sql',
  'S3File',
  'Kafka',
  'Http',
  'Redis',
  'MongoDB',
  'Elasticsearch',
  'Clickhouse',
  'Doris',
  'StarRocks',
  'Hive',
  'Iceberg',
  'Paimon',
  'MySQL-CDC',
  'Postgres-CDC',
];

const CHINESE = /[\u4e00-\u9fff]|^(SQL|API)/;
const schemaOf = ({ schema }: ConnectorInfo) => schema as OptionsSchema;
const optionsOf = (connector: ConnectorInfo) =>
  Object.entries(schemaOf(connector).properties!);
const ajv = new Ajv({ strict: false, logger: false });
const compile = (schema: object) => ajv.compile(schema);

/** The problems of the options of one node, on Flink. */
function problemsOf(
  connector: ConnectorInfo,
  options: Record<string, unknown>,
  engine = 'flink-session',
) {
  const node: PipelineNode = {
    id: 'n',
    kind: connector.kind,
    connector: connector.name,
    options,
  } as PipelineNode;
  const document = {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'p', owner: 'o' },
    spec: { type: 'seatunnel', mode: 'batch', nodes: [node], edges: [] },
  } as unknown as PipelineDocument;
  return checkPipeline(document, {
    connectors: [connector],
    requireDataSources: false,
    engine,
  }).filter(it => it.pointer.startsWith('/spec/nodes/0/options'));
}

describe('facts', () => {
  it.each(releaseFacts.map(it => [it.release, it] as const))(
    '%s are well-formed',
    (_, { connectors }) => {
      const labels = connectors.map(it => `${it.kind} ${it.name}`);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.length).toBeGreaterThan(30);
      for (const facts of connectors) {
        const names = Object.keys(facts.options);
        const ruled = [
          facts.required ?? [],
          ...(facts.exclusive ?? []),
          ...(facts.bundled ?? []),
          ...(facts.conditional ?? []).flatMap(({ when, required }) => [
            required,
            ...when.map(all => all.map(({ option }) => option)),
          ]),
        ].flat();
        expect(names).toEqual(expect.arrayContaining(ruled));
        for (const option of Object.values(facts.options)) {
          expect(option.type).toMatch(/^[a-z]+(<[a-z,<>]+>)?$/);
        }
        expect(profiles).toHaveProperty([facts.name]);
      }
    },
  );
});

describe('every connector', () => {
  it.each(EVERY)('%s: its schema compiles and takes its defaults', (_, it_) => {
    expect(() => compile(it_.schema)).not.toThrow();
    for (const [name, option] of optionsOf(it_)) {
      if (option.default === undefined) continue;
      const validate = compile(option);
      expect([name, validate(option.default), validate.errors]).toEqual([
        name,
        true,
        null,
      ]);
    }
  });

  it.each(EVERY)('%s: what is required is demanded', (_, connector) => {
    const schema = schemaOf(connector);
    const problems = problemsOf(connector, {});
    for (const name of schema.required ?? []) {
      expect(problems).toContainEqual(
        expect.objectContaining({
          code: 'missing-option',
          pointer: `/spec/nodes/0/options/${name}`,
        }),
      );
    }
    for (const group of schema['x-exactly-one'] ?? []) {
      const said = problems.some(
        it =>
          it.code === 'missing-option' &&
          group.every(name => it.message.includes(`"${name}"`)),
      );
      expect([group, said]).toEqual([group, true]);
      const both = Object.fromEntries(group.map(name => [name, 'x']));
      expect(problemsOf(connector, both)).toContainEqual(
        expect.objectContaining({
          code: 'invalid-option',
          pointer: `/spec/nodes/0/options/${group[1]}`,
        }),
      );
    }
  });

  it.each(EVERY)('%s: its conditional rules fire', (_, connector) => {
    for (const rule of schemaOf(connector)['x-conditional'] ?? []) {
      const given = Object.fromEntries(
        rule.when.map(({ option, in: [value] }) => [
          option,
          typeof value === 'string' ? value.toLowerCase() : value,
        ]),
      );
      const missing = problemsOf(connector, given)
        .filter(it => it.code === 'missing-option')
        .map(it => it.pointer.replace('/spec/nodes/0/options/', ''));
      expect(missing).toEqual(expect.arrayContaining(rule.required ?? []));
    }
  });

  it.each(EVERY)('%s: its bundled options go together', (_, connector) => {
    for (const group of schemaOf(connector)['x-bundled'] ?? []) {
      const [first, second] = group;
      expect(problemsOf(connector, { [first]: 'x' })).toContainEqual(
        expect.objectContaining({
          code: 'missing-option',
          pointer: `/spec/nodes/0/options/${second}`,
        }),
      );
    }
  });

  it.each(EVERY)('%s: rules name options that it has', (_, connector) => {
    const schema = schemaOf(connector);
    const names = Object.keys(schema.properties!);
    const ruled = [
      schema.required ?? [],
      ...(schema['x-exactly-one'] ?? []),
      ...(schema['x-bundled'] ?? []),
      ...(schema['x-conditional'] ?? []).flatMap(
        ({ when, options, required = [] }) => [
          when.map(({ option }) => option),
          options,
          required,
        ],
      ),
    ].flat();
    expect(names).toEqual(expect.arrayContaining(ruled));
    expect([undefined, ...names]).toContain(connector.essential);
  });

  it.each(EVERY)('%s: secrets are refused', (_, connector) => {
    for (const [name, option] of optionsOf(connector)) {
      if (!option['x-connection']) continue;
      expect(problemsOf(connector, { [name]: 'x' })).toContainEqual(
        expect.objectContaining({
          code: 'secret-in-document',
          pointer: `/spec/nodes/0/options/${name}`,
        }),
      );
    }
  });

  it('travels as JSON', () => {
    const all = seaTunnelConnectors();
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });
});

describe('texts', () => {
  const texted = seaTunnelConnectors().filter(it =>
    WITH_TEXTS.includes(it.name),
  );

  it('are there for all of them', () => {
    expect([...new Set(texted.map(it => it.name))].sort()).toEqual(
      [...WITH_TEXTS].sort(),
    );
  });

  it.each(texted.map(it => [`${it.kind} ${it.name}`, it] as const))(
    '%s: every option has a text in both languages',
    (_, connector) => {
      const untold = optionsOf(connector)
        .filter(([name, option]) => {
          const zh = option['x-zh'] as { title?: string; description?: string };
          return !(
            option.title &&
            option.title !== name &&
            /\.$/.test(String(option.description)) &&
            CHINESE.test(zh?.title ?? '') &&
            CHINESE.test(zh?.description ?? '')
          );
        })
        .map(([name]) => name);
      expect(untold).toEqual([]);
      for (const text of [connector.title, connector.description]) {
        expect(text.en).toMatch(/\w/);
      }
      // A title may be the name of a product.
      expect(connector.title.zh).toBeTruthy();
      expect(connector.description.zh).toMatch(CHINESE);
    },
  );

  const known = (names: string[]) =>
    new Set(
      releaseFacts.flatMap(({ connectors }) =>
        connectors
          .filter(it => names.includes(it.name))
          .flatMap(it => Object.keys(it.options)),
      ),
    );

  it.each(Object.entries(connectorTexts))(
    '%s: nothing is said of an option that no release has',
    (name, { options = {}, source, sink }) => {
      const said = { ...options, ...source?.options, ...sink?.options };
      expect([...known([name])]).toEqual(
        expect.arrayContaining(Object.keys(said)),
      );
    },
  );

  it.each(Object.entries(familyTexts))(
    'family %s: nothing is said of an option that no member has',
    (family, { options }) => {
      const members = Object.entries(profiles)
        .filter(([, { families }]) => families.includes(family))
        .map(([name]) => name);
      expect([...known(members)]).toEqual(
        expect.arrayContaining(Object.keys(options)),
      );
    },
  );
});

describe('the embedded engine', () => {
  const connector = (kind: string, name: string, release?: string) =>
    seaTunnelConnectors(release).find(
      it => it.kind === kind && it.name === name,
    )!;

  it.each(builtInConnectors.map(it => [`${it.kind} ${it.name}`, it] as const))(
    'takes of %s what it took',
    (_, own) => {
      const merged = connector(own.kind, own.name);
      expect(merged.engines).toEqual(own.engines);
      for (const options of [{}, { nonsense: 1 }]) {
        expect(problemsOf(merged, options, 'embedded')).toEqual(
          problemsOf(own, options, 'embedded'),
        );
      }
    },
  );

  it('refuses by name what only Flink takes', () => {
    const options = {
      path: 'a',
      file_format_type: 'csv',
      date_format: 'yyyy-MM-dd',
    };
    const source = connector('source', 'LocalFile');
    expect(problemsOf(source, options, 'embedded')).toEqual([
      expect.objectContaining({
        code: 'not-on-engine',
        message: expect.stringContaining('option "date_format"'),
        fix: 'Remove it, or run the pipeline on a Flink cluster.',
      }),
    ]);
    expect(problemsOf(source, options)).toEqual([]);
    expect(
      problemsOf(source, { ...options, file_format_type: 'EXCEL' }),
    ).toEqual([]);
  });

  it('says what has no effect on Flink', () => {
    expect(problemsOf(connector('sink', 'Console'), { limit: 3 })).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'no-effect' }),
    ]);
  });

  it('an option of another release is refused with the releases that have it', () => {
    const source = connector('source', 'LocalFile', '2.3.4');
    expect(
      problemsOf(source, {
        path: 'a',
        file_format_type: 'xml',
        xml_row_tag: 'row',
      }),
    ).toContainEqual(
      expect.objectContaining({
        code: 'not-in-release',
        message: expect.stringContaining(
          'is not in SeaTunnel 2.3.4; 2.3.8 has it',
        ),
      }),
    );
  });
});
