import { ConnectorInfo } from '@scaleph/backstage-plugin-scaleph-common';
import {
  seaTunnelConnectors,
  seaTunnelReleases,
} from '@scaleph/backstage-plugin-scaleph-node/connectors';
import { connectorLines, listLines } from '../output/connectorLines';
import { Arguments } from '../parseArguments';
import { UsageError } from '../usage';

const toJson = (value: object) => [JSON.stringify(value, null, 2)];

/** `scaleph connectors [NAME]`. @internal */
export async function connectorsCommand({
  file: name,
  json,
  release,
}: Arguments): Promise<number> {
  const all = connectorsAt(release);
  if (name === undefined) {
    const items = all.map(({ schema: _, ...summary }) => summary);
    print(json ? toJson({ items }) : listLines(all, language()));
    return 0;
  }
  const found = all.filter(it => it.name.toLowerCase() === name.toLowerCase());
  if (found.length === 0) throw new Error(unknown(name, release));
  print(
    json
      ? toJson({ items: found })
      : found.flatMap(it => connectorLines(it, language())),
  );
  return 0;
}

function connectorsAt(release: string | undefined): ConnectorInfo[] {
  if (release === undefined) return seaTunnelConnectors();
  if (!seaTunnelReleases.includes(release)) {
    throw new UsageError(
      `--release ${release}: known are ${seaTunnelReleases.join(' and ')}`,
    );
  }
  return seaTunnelConnectors(release).filter(
    it => it.release === release || it.releases.length === 0,
  );
}

function unknown(name: string, release: string | undefined): string {
  const all = seaTunnelConnectors();
  const elsewhere = all.find(
    it => it.name.toLowerCase() === name.toLowerCase(),
  );
  if (elsewhere) {
    return `the catalogue of SeaTunnel ${release} has no connector "${name}"; that of ${elsewhere.releases.join(
      ' and ',
    )} has it`;
  }
  const near = namesNear(name, all);
  return near.length
    ? `there is no connector "${name}"; near it are ${near.join(', ')}`
    : `there is no connector "${name}": scaleph connectors lists them`;
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Who says "mysql" means `MySQL-CDC`, or `Jdbc` with such a data source; who says "kafak" has mistyped. */
function namesNear(name: string, all: ConnectorInfo[]): string[] {
  const word = letters(name);
  const names = (fits: (connector: ConnectorInfo) => boolean) => [
    ...new Set(all.filter(fits).map(it => it.name)),
  ];
  if (word.length < 3) return [];
  const found = names(
    it =>
      [it.name, it.title.en].some(text => letters(text).includes(word)) ||
      it.dataSourceTypes.some(type => letters(type).includes(word)),
  );
  const start = word.slice(0, 3);
  return found.length ? found : names(it => letters(it.name).startsWith(start));
}

/** The language of messages, as POSIX has it. */
function language(): 'en' | 'zh' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
