import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import {
  dataSourceNameOf,
  isDataSourceAvailable,
  isPipelineAvailable,
  isTargetAvailable,
  pipelineNameOf,
  targetNameOf,
} from '../annotations';
import { DataSource, PipelineSummary } from '../types';
import {
  dataSourceEntityRef,
  pipelineEntityRef,
  targetEntityRef,
  toEntityName,
  toTargetEntityName,
} from './entityNames';
import { toDataSourceEntity } from './toDataSourceEntity';
import { toPipelineEntity } from './toPipelineEntity';
import { toTargetEntity } from './toTargetEntity';

const stamps = {
  createdAt: '2026-11-21T08:00:00Z',
  createdBy: 'user:default/jane',
  updatedAt: '2026-11-21T08:00:00Z',
  updatedBy: 'user:default/jane',
  etag: '"1"',
};

const PIPELINE: PipelineSummary = {
  name: 'orders',
  title: 'Orders',
  description: 'All of them',
  owner: 'group:default/data',
  system: 'system:default/shop',
  tags: ['demo', 'c++'],
  links: [{ url: 'https://example.com', title: 'Docs' }],
  type: 'seatunnel',
  mode: 'batch',
  entityRef: 'component:default/orders',
  publishedVersion: 3,
  hasUnpublishedChanges: false,
  problemCount: 0,
  dataSources: ['Files', 'warehouse'],
  ...stamps,
};

const DATA_SOURCE: DataSource = {
  name: 'warehouse',
  type: 'postgresql',
  owner: 'group:default/data',
  tags: [],
  config: { host: 'db', database: 'shop', user: 'etl' },
  secrets: { password: { set: true, source: 'value' } },
  location: 'db:5432/shop',
  entityRef: 'resource:default/warehouse',
  usedBy: [],
  ...stamps,
};

/** What the catalog asks of every entity. */
async function accepted(entity: Entity): Promise<boolean> {
  const policy = EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new DefaultNamespaceEntityPolicy(),
    new NoForeignRootFieldsEntityPolicy(),
    new FieldFormatEntityPolicy(),
  ]);
  await policy.enforce(entity);
  return (
    (await componentEntityV1alpha1Validator.check(entity)) ||
    (await resourceEntityV1alpha1Validator.check(entity))
  );
}

describe('toEntityName', () => {
  it.each(['orders', 'a', '1', 'a.b_c-d', 'a--b', 'x'.repeat(63)])(
    'keeps %s',
    name => expect(toEntityName(name)).toBe(name),
  );

  it.each([
    ['Orders', /^orders-[0-9a-f]{8}$/],
    ['x'.repeat(64), /^x{54}-[0-9a-f]{8}$/],
    [`${'x'.repeat(53)}.${'y'.repeat(46)}`, /^x{53}-[0-9a-f]{8}$/],
    ['Meine Größe', /^meine-gr-e-[0-9a-f]{8}$/],
    ['🚀', /^[0-9a-f]{8}$/],
    ['', /^[0-9a-f]{8}$/],
  ])('makes of %j something that the catalog takes', (name, expected) => {
    expect(toEntityName(name)).toMatch(expected);
  });

  it('keeps apart what differs', () => {
    const names = [
      'orders',
      'Orders',
      'ORDERS',
      'x'.repeat(64),
      'x'.repeat(65),
      '🚀',
      '🛸',
    ];
    expect(new Set(names.map(toEntityName)).size).toBe(names.length);
  });

  it.each(['Orders', 'x'.repeat(64), '🚀', ''])(
    'gives what it makes of %j to nothing else',
    name => {
      const made = toEntityName(name);
      expect(toEntityName(made)).not.toBe(made);
    },
  );

  it('never makes a name of digits alone, and keeps dates', () => {
    expect(toEntityName('sales-20240131')).toBe('sales-20240131');
    const made = Array.from({ length: 5000 }, (_, n) => toEntityName(`N${n}`));
    expect(made.filter(name => /-\d{8}$/.test(name))).toEqual([]);
    expect(made.filter(name => toEntityName(name) === name)).toEqual([]);
  });

  it('is the same for ever', () => {
    expect(toEntityName('Orders')).toBe('orders-4cc62b08');
  });

  it('makes the refs', () => {
    expect(pipelineEntityRef('orders')).toBe('component:default/orders');
    expect(dataSourceEntityRef('warehouse')).toBe('resource:default/warehouse');
  });
});

describe('toPipelineEntity', () => {
  it('makes a Component', () => {
    expect(toPipelineEntity(PIPELINE)).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name: 'orders',
        title: 'Orders',
        description: 'All of them',
        annotations: {
          'backstage.io/managed-by-location': 'scaleph:pipelines/orders',
          'backstage.io/managed-by-origin-location': 'scaleph:pipelines/orders',
          'scaleph.io/pipeline-name': 'orders',
        },
        tags: ['demo', 'c++'],
        links: [{ url: 'https://example.com', title: 'Docs' }],
      },
      spec: {
        type: 'data-pipeline',
        lifecycle: 'production',
        owner: 'group:default/data',
        system: 'system:default/shop',
        dependsOn: [dataSourceEntityRef('Files'), 'resource:default/warehouse'],
      },
    });
  });

  it('is experimental before the first version', () => {
    const { publishedVersion: _, ...draft } = PIPELINE;
    expect(toPipelineEntity(draft).spec.lifecycle).toBe('experimental');
  });

  it('is deprecated when it is retired', () => {
    const retired = { at: '2026-11-21T10:00:00.000Z', by: 'user:default/anna' };
    expect(toPipelineEntity({ ...PIPELINE, retired }).spec.lifecycle).toBe(
      'deprecated',
    );
  });

  it.each<[string, Partial<PipelineSummary>]>([
    ['as it is', {}],
    ['with a long name in capitals', { name: 'X'.repeat(100) }],
    [
      'with as little as possible',
      {
        title: undefined,
        description: undefined,
        system: undefined,
        links: undefined,
        tags: [],
        dataSources: [],
      },
    ],
    ['with no links', { links: [] }],
  ])('the catalog takes it %s', async (_, change) => {
    const entity = toPipelineEntity({ ...PIPELINE, ...change });
    expect(await accepted(entity)).toBe(true);
    expect(isPipelineAvailable(entity)).toBe(true);
    expect(isDataSourceAvailable(entity)).toBe(false);
    expect(pipelineNameOf(entity)).toBe(change.name ?? 'orders');
  });

  it('shows a name that the catalog cannot carry as title', () => {
    const entity = toPipelineEntity({
      ...PIPELINE,
      name: 'Orders',
      title: undefined,
    });
    expect(entity.metadata).toMatchObject({
      name: toEntityName('Orders'),
      title: 'Orders',
    });
  });
});

describe('toDataSourceEntity', () => {
  it('makes a Resource without anything of the connection', async () => {
    const entity = toDataSourceEntity(DATA_SOURCE);
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        namespace: 'default',
        name: 'warehouse',
        annotations: {
          'backstage.io/managed-by-location': 'scaleph:data-sources/warehouse',
          'backstage.io/managed-by-origin-location':
            'scaleph:data-sources/warehouse',
          'scaleph.io/data-source-name': 'warehouse',
          'scaleph.io/data-source-type': 'postgresql',
        },
        tags: [],
      },
      spec: { type: 'database', owner: 'group:default/data' },
    });
    expect(await accepted(entity)).toBe(true);
    expect(dataSourceNameOf(entity)).toBe('warehouse');
  });

  it.each([
    ['postgresql', 'database'],
    ['mysql', 'database'],
    ['sqlite', 'database'],
    ['local-directory', 'directory'],
  ])('%s is a %s', (type, resource) => {
    expect(toDataSourceEntity({ ...DATA_SOURCE, type }).spec.type).toBe(
      resource,
    );
  });
});

describe('toTargetEntity', () => {
  const target = (name: string, type = 'flink-session') => ({
    name,
    title: name,
    registered: {
      type,
      owner: 'group:default/data',
      system: 'system:default/shop',
      tags: ['gold'],
      config: { restUrl: 'http://flink:8081' },
      secrets: { authorization: { set: true, source: 'value' as const } },
      location: 'http://flink:8081',
      entityRef: targetEntityRef(name),
      ...stamps,
    },
  });

  it('makes a Resource without anything of the connection', async () => {
    const entity = toTargetEntity(target('Lab'));
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        namespace: 'default',
        name: toTargetEntityName('Lab'),
        title: 'Lab',
        annotations: {
          'backstage.io/managed-by-location': 'scaleph:targets/Lab',
          'backstage.io/managed-by-origin-location': 'scaleph:targets/Lab',
          'scaleph.io/target-name': 'Lab',
          'scaleph.io/target-type': 'flink-session',
        },
        tags: ['gold'],
      },
      spec: {
        type: 'flink-cluster',
        owner: 'group:default/data',
        system: 'system:default/shop',
      },
    });
    expect(await accepted(entity)).toBe(true);
    expect(isTargetAvailable(entity)).toBe(true);
    expect(isDataSourceAvailable(entity)).toBe(false);
    expect(targetNameOf(entity)).toBe('Lab');
    expect(toTargetEntity(target('x', 'other')).spec.type).toBe('cluster');
  });

  it('has a name that no data source of the same name has, or can take', () => {
    for (const name of ['lab', 'Lab', 'x'.repeat(100), 'lab-4cc62b08']) {
      const taken = toTargetEntityName(name);
      expect(taken.length).toBeLessThanOrEqual(63);
      expect(toEntityName(name)).not.toBe(taken);
      expect(toEntityName(taken)).not.toBe(taken);
    }
  });
});
