import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import type {
  DataSourceObject,
  DataSourceObjects,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import {
  DebouncedSearch,
  EmptyState,
  ErrorPanel,
  surfaceClass,
} from '../../components';
import { useApiResource, useUrlState } from '../../hooks';
import { editDataSourceRouteRef } from '../../routes';
import { useScalephTranslation } from '../../translation';
import { readPath, writePath } from './browsePath';
import classes from './DataSourceBrowser.module.css';
import { FirstRows } from './FirstRows';
import { ObjectTable } from './ObjectTable';

const isField = ({ kind }: DataSourceObject) =>
  kind === 'column' || kind === 'field';

/** Of the URL: what is open has rows alone. */
const ONLY = 'only';

/** What a data source holds, a level at a time, and the first rows of what has some. The URL keeps where. @internal */
export const DataSourceBrowser = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const editHref = useRouteRef(editDataSourceRouteRef);
  const [url, setUrl] = useUrlState({ path: '', rows: '', ends: '' });
  const [search, setSearch] = useState('');
  const path = readPath(url.path);
  // A file, a key: it has rows, and nothing within.
  const isLeaf = url.rows === ONLY;
  const { value, error, reload } = useApiResource(
    async (signal): Promise<DataSourceObjects> =>
      isLeaf
        ? { items: [], truncated: false }
        : api.listDataSourceObjects(
            name,
            { path, ...(search && { search }) },
            { signal },
          ),
    [api, name, url.path, isLeaf, search],
    { keepPrevious: search !== '' },
  );
  const go = (next: string[], object?: DataSourceObject) => {
    setSearch('');
    const shown = object?.hasChildren ? '1' : ONLY;
    setUrl(
      {
        path: writePath(next),
        rows: object?.hasRows ? shown : '',
        ends: object?.hasLast ? '1' : '',
      },
      { push: true },
    );
  };
  const items = value?.items ?? [];
  const fields = items.length > 0 && items.every(isField);
  const here = path[path.length - 1];
  const showsRows = path.length > 0 && url.rows !== '';
  return (
    <div className={classes.browser}>
      <nav className={classes.path} aria-label={t('browse.path')}>
        {[name, ...path].map((part, index, all) => (
          <span key={all.slice(0, index + 1).join('\u0000')}>
            {index > 0 && <span aria-hidden> › </span>}
            {index === all.length - 1 ? (
              <span aria-current="page">{part}</span>
            ) : (
              <Button
                size="small"
                variant="tertiary"
                onPress={() => go(path.slice(0, index))}
              >
                {part}
              </Button>
            )}
          </span>
        ))}
        <Button size="small" variant="secondary" onPress={reload}>
          {t('browse.refresh')}
        </Button>
      </nav>
      {error && (
        <ErrorPanel
          title={t('browse.failed', { name: here ?? name })}
          error={error}
          onRetry={reload}
        />
      )}
      {error && (
        <div>
          <ButtonLink
            size="small"
            variant="secondary"
            href={editHref({ name })}
          >
            {t('browse.connection')}
          </ButtonLink>
        </div>
      )}
      {!error && !isLeaf && (
        <Card className={surfaceClass}>
          <CardHeader>
            <div className={classes.head}>
              <Text as="h2" weight="bold">
                {fields ? t('browse.columns') : t('browse.contents')}
              </Text>
              {(items.length > 10 || value?.truncated || search) && (
                <DebouncedSearch
                  key={url.path}
                  label={t('browse.search')}
                  value={search}
                  onChange={setSearch}
                />
              )}
            </div>
          </CardHeader>
          <CardBody>
            {!value && <Skeleton height={160} />}
            {value && !items.length && (
              <EmptyState
                title={search ? t('browse.noMatch') : t('browse.empty')}
              />
            )}
            {items.length > 0 && (
              <ObjectTable
                label={fields ? t('browse.columns') : t('browse.contents')}
                items={items}
                onOpen={item => go([...path, item.name], item)}
              />
            )}
            {value?.truncated && (
              <Text as="p" variant="body-small" color="secondary">
                {t('browse.truncated')}
              </Text>
            )}
          </CardBody>
        </Card>
      )}
      {showsRows && (
        <FirstRows
          key={url.path}
          dataSource={name}
          path={path}
          hasLast={url.ends === '1'}
        />
      )}
    </div>
  );
};
