import { ConnectorInfo } from '@scaleph/backstage-plugin-scaleph-common';
import {
  describeConnector,
  OptionDescription,
} from '@scaleph/backstage-plugin-scaleph-node/connectors';

type Language = 'en' | 'zh';

/** A list of connectors: kind, name, and what each is. @internal */
export function listLines(
  connectors: ConnectorInfo[],
  language: Language,
): string[] {
  const width = Math.max(...connectors.map(({ name }) => name.length));
  return connectors.map(({ kind, name, title, releases, engines }) => {
    const where = engines.includes('embedded') ? 'embedded, Flink' : 'Flink';
    return `${kind.padEnd(9)}  ${name.padEnd(width)}  ${where.padEnd(
      15,
    )}  ${releases.join(', ').padEnd(12)}  ${title[language] ?? title.en}`;
  });
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
    ['engines', engines.join(', ')],
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
    option.engines && `${option.engines.join(', ')} only`,
  ].filter(Boolean);
  const said = [title !== name && title, help].filter(Boolean).join(': ');
  return [
    `  ${name}  (${[type, ...notes].join('; ')})`,
    ...(said ? [`      ${said}`] : []),
  ];
}
