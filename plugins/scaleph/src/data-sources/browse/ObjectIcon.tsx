import {
  RiArchiveLine,
  RiBracesLine,
  RiDatabase2Line,
  RiEyeLine,
  RiFileLine,
  RiFolder2Line,
  RiGlobalLine,
  RiHashtag,
  RiListUnordered,
  RiStackLine,
  RiTable2,
} from '@remixicon/react';
import type { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';

const ICONS: Record<DataSourceObject['kind'], typeof RiTable2> = {
  catalog: RiDatabase2Line,
  schema: RiFolder2Line,
  table: RiTable2,
  view: RiEyeLine,
  column: RiHashtag,
  field: RiHashtag,
  topic: RiListUnordered,
  partition: RiStackLine,
  index: RiListUnordered,
  collection: RiBracesLine,
  bucket: RiArchiveLine,
  directory: RiFolder2Line,
  file: RiFileLine,
  key: RiHashtag,
  endpoint: RiGlobalLine,
};

/** What kind of thing it is, at a glance. @internal */
export const ObjectIcon = ({ kind }: { kind: DataSourceObject['kind'] }) => {
  const Icon = ICONS[kind];
  return <Icon size={16} aria-hidden />;
};
