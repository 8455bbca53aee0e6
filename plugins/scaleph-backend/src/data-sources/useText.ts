import { DataSourceUse } from '@scaleph/backstage-plugin-scaleph-common';

const MOST_VERSIONS = 5;

/** How a pipeline uses a data source: `pipeline "orders" (draft, versions 7, 6; run … of version 3)`. @internal */
export function useText({
  pipeline,
  draft,
  versions,
  runs,
}: DataSourceUse): string {
  const parts = [
    ...(draft ? ['draft'] : []),
    ...(versions.length ? [versionsText(versions)] : []),
    ...runs.map(({ id, version }) => `run ${id} of version ${version}`),
  ];
  return `pipeline "${pipeline}" (${parts.join(', ')})`;
}

function versionsText(versions: number[]): string {
  const shown = versions.slice(0, MOST_VERSIONS).join(', ');
  const more = versions.length - MOST_VERSIONS;
  return `${versions.length === 1 ? 'version' : 'versions'} ${shown}${
    more > 0 ? ` and ${more} older` : ''
  }`;
}
