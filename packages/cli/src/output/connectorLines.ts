import { ConnectorInfo } from '@scaleph/backstage-plugin-scaleph-common';
import {
  describeConnector,
  OptionDescription,
} from '@scaleph/backstage-plugin-scaleph-node/connectors';

type Language = 'en' | 'zh';

/** Engines as the documentation calls them. */
const ENGINES: Record<string, string> = { 'flink-session': 'Flink' };
const engineNames = (engines: readonly string[]) =>
  engines.map(engine => ENGINES[engine] ?? engine).join(', ');

/** A list of connectors under a heading: kind, name, engines, releases, and what each is. @internal */
export function listLines(
  connectors: ConnectorInfo[],
  language: Language,
): string[] {
  const rows = connectors.map(({ kind, name, title, releases, engines }) => [
    kind,
    name,
    engineNames(engines),
    releases.join(', '),
    title[language] ?? title.en,
  ]);
  const all = [['kind', 'name', 'engines', 'SeaTunnel', 'what it is'], ...rows];
  const widths = all[0].map((_, at) =>
    Math.max(...all.map(row => row[at].length)),
  );
  return all.map(row =>
    row
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
}

/** All about one connector. @internal */
export function connectorLines(
  connector: ConnectorInfo,
  language: Language,
): string[] {
  const { kind, name, engines, releases, release, dataSourceTypes } = connector;
  const { title, description, options, rules } = describeConnector(
    connector,
    language,
  );
  const facts: [string, string][] = [
    ['engines', engineNames(engines)],
    ['SeaTunnel', release ?? releases.join(', ')],
    ['data sources', dataSourceTypes.join(', ')],
    ['documentation', connector.documentation ?? ''],
  ];
  return [
    `${kind} ${name}: ${title}`,
    `  ${description}`,
    ...facts
      .filter(([, value]) => value)
      .map(([label, value]) => `  ${label.padEnd(13)}  ${value}`),
    ...(options.length ? ['', 'options'] : []),
    ...options.flatMap(optionLines),
    ...(rules.length ? ['', 'rules', ...rules.map(rule => `  ${rule}`)] : []),
    '',
  ];
}

function optionLines(option: OptionDescription): string[] {
  const { name, type, title, help } = option;
  const notes = [
    option.required && 'required',
    option.default !== undefined && `default ${option.default}`,
    option.connection && 'from the data source',
    option.unavailable && 'a secret, which no data source gives yet',
    option.releases && `SeaTunnel ${option.releases.join(', ')} only`,
    option.engines && `${engineNames(option.engines)} only`,
  ].filter(Boolean);
  const said = [title !== name && title, help].filter(Boolean).join(': ');
  return [
    `  ${name}  (${[type, ...notes].join('; ')})`,
    ...(said ? [`      ${said}`] : []),
  ];
}
