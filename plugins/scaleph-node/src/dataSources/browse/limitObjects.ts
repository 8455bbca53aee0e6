import {
  DataSourceObject,
  DataSourceObjects,
} from '@scaleph/backstage-plugin-scaleph-common';
import { BrowseRequest } from '../DataSourceBrowser';

/** The objects whose names hold `search`, at most `limit` of them. @public */
export function limitObjects(
  { items, truncated }: DataSourceObjects,
  { search, limit }: Pick<BrowseRequest, 'search' | 'limit'>,
): DataSourceObjects {
  const wanted = search?.toLocaleLowerCase('en-US');
  const found: DataSourceObject[] = wanted
    ? items.filter(({ name }) =>
        name.toLocaleLowerCase('en-US').includes(wanted),
      )
    : items;
  return {
    items: found.slice(0, limit),
    truncated: truncated || found.length > limit,
  };
}
