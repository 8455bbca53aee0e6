import {
  builtInConnectors,
  ConnectorInfo,
  findConnector,
  NodeKind,
  OptionsSchema,
} from '@scaleph/backstage-plugin-scaleph-common';
import { atRelease, mergeReleases, Released } from './mergeReleases';
import { ConnectorProfile, ESSENTIALS, profiles } from './profiles';
import { releaseFacts } from './releaseFacts';
import { ReleaseSchema, releaseSchema } from './releaseSchema';
import { textsOf } from './textFiles';
import { connectorTexts, familyTexts } from './texts';
import { withEmbedded } from './withEmbedded';
import { withTexts } from './withTexts';

const OTHER: ConnectorProfile = {
  category: 'other',
  icon: 'table',
  dataSourceTypes: [],
  connection: [],
  families: [],
};

const built = new Map<string, ConnectorInfo[]>();

/**
 * Every connector that SeaTunnel or the embedded engine has, with the schema of its options, made once.
 * @param release - of SeaTunnel; all together when absent. A connector that this release does not have comes with the schema of all
 * together, and its `releases` tell.
 * @public
 */
export function seaTunnelConnectors(release?: string): ConnectorInfo[] {
  const key = release ?? '';
  const known = built.get(key);
  if (known) return known;
  const connectors = labels().map(({ kind, name }) =>
    connectorOf(kind, name, release),
  );
  built.set(key, connectors);
  return connectors;
}

function labels(): { kind: NodeKind; name: string }[] {
  const all = [
    ...builtInConnectors,
    ...releaseFacts.flatMap(({ connectors }) => connectors),
  ];
  const byLabel = new Map(all.map(it => [`${it.kind} ${it.name}`, it]));
  const order: NodeKind[] = ['source', 'transform', 'sink'];
  return [...byLabel.values()].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      a.name.localeCompare(b.name, 'en'),
  );
}

function connectorOf(
  kind: NodeKind,
  name: string,
  release: string | undefined,
): ConnectorInfo {
  const profile = profiles[name] ?? OTHER;
  const versions: Released[] = releaseFacts.flatMap(
    ({ release: of, connectors }) => {
      const facts = findConnector(connectors, kind, name);
      return facts
        ? [{ release: of, schema: releaseSchema(facts, profile) }]
        : [];
    },
  );
  const exact = release ? atRelease(versions, release) : undefined;
  const schema = exact ?? mergeReleases(versions);
  const embedded = findConnector(builtInConnectors, kind, name);
  const whole: ReleaseSchema & OptionsSchema = embedded
    ? withEmbedded(schema, embedded)
    : schema;
  return {
    ...describe(kind, name, profile, whole),
    ...(embedded && without(embedded)),
    kind,
    name,
    category: profile.category,
    releases: versions.map(it => it.release),
    dataSourceTypes: profile.dataSourceTypes,
    dataSourceRequired:
      embedded?.dataSourceRequired ?? profile.dataSourceTypes.length > 0,
    engines: embedded?.engines ?? ['flink-session'],
    ...(exact && { release }),
    schema: toSchema(whole, textsFor(kind, name, profile)),
  };
}

function without({ schema: _, ...rest }: ConnectorInfo) {
  return rest;
}

function describe(
  kind: NodeKind,
  name: string,
  profile: ConnectorProfile,
  { properties }: ReleaseSchema,
) {
  const texts = connectorTexts[name] && textsOf(connectorTexts[name], kind);
  const does = {
    source: { en: `Reads from ${name}.`, zh: `从 ${name} 读取。` },
    transform: {
      en: `SeaTunnel's transform ${name}.`,
      zh: `SeaTunnel 的 ${name} 转换。`,
    },
    sink: { en: `Writes to ${name}.`, zh: `写入 ${name}。` },
  }[kind];
  const essential =
    profile.essential ?? ESSENTIALS.find(it => Object.hasOwn(properties, it));
  return {
    title: texts?.title ?? { en: name, zh: name },
    description: texts?.description ?? does,
    icon: profile.icon,
    inputs:
      kind === 'source'
        ? { min: 0, max: 0 }
        : { min: 1, ...(kind === 'transform' && { max: 1 }) },
    outputs: kind === 'sink' ? { min: 0, max: 0 } : { min: 1 },
    ...(essential && Object.hasOwn(properties, essential) && { essential }),
    documentation: documentation(kind, name),
  };
}

function documentation(kind: NodeKind, name: string): string {
  const base = 'https://seatunnel.apache.org/docs';
  return kind === 'transform'
    ? `${base}/transform-v2/${name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()}`
    : `${base}/connector-v2/${kind}/${name}`;
}

/** What is said of a connector's options: its own words before those that it shares. */
function textsFor(
  kind: NodeKind,
  name: string,
  { families }: ConnectorProfile,
) {
  const shared = [...families].reverse().map(it => familyTexts[it].options);
  const own = connectorTexts[name] && textsOf(connectorTexts[name], kind);
  return Object.assign({}, ...shared, own?.options);
}

function toSchema(
  whole: ReleaseSchema & OptionsSchema,
  texts: ReturnType<typeof textsFor>,
): OptionsSchema {
  const { properties: _, ...rules } = whole;
  const said = Object.entries(rules).filter(
    ([, rule]) => rule !== undefined && Object.keys(rule as object).length > 0,
  );
  return {
    type: 'object',
    additionalProperties: false,
    ...Object.fromEntries(said),
    properties: withTexts(whole, texts),
  };
}
