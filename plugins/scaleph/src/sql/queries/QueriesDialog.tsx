import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  SearchField,
} from '@backstage/ui';
import { RiDeleteBinLine, RiLinkM } from '@remixicon/react';
import type { SqlQuery } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import {
  EmptyState,
  ErrorPanel,
  LookChip,
  OwnerLink,
  RelativeTime,
  surfaceClass,
} from '../../components';
import {
  useApiResource,
  useDebounced,
  useNotify,
  useOwnership,
} from '../../hooks';
import { useScalephTranslation } from '../../translation';
import classes from './QueryList.module.css';

/** Saved queries, one's own and those that are shared. */
export const QueriesDialog = (props: {
  linkOf(query: SqlQuery): string;
  onChoose(query: SqlQuery): void;
  onClose(): void;
}) => {
  const { linkOf, onChoose, onClose } = props;
  const { t } = useScalephTranslation();
  const notify = useNotify();
  const api = useApi(scalephApiRef);
  const ownership = useOwnership();
  const [search, setSearch] = useState('');
  const [error, setError] = useState<Error>();
  const wanted = useDebounced(search, 250);
  const queries = useApiResource(
    async signal =>
      (await api.listSqlQueries(wanted ? { search: wanted } : {}, { signal }))
        .items,
    [api, wanted],
    { keepPrevious: true },
  );
  const remove = async (query: SqlQuery) => {
    setError(undefined);
    try {
      await api.deleteSqlQuery(query.id);
      queries.setValue((queries.value ?? []).filter(it => it.id !== query.id));
      notify({
        title: t('sql.queries.deleted', { title: query.title }),
        status: 'success',
      });
    } catch (cause) {
      setError(toError(cause));
    }
  };
  const copyLink = async (query: SqlQuery) => {
    await navigator.clipboard.writeText(linkOf(query));
    notify({ title: t('sql.queries.linkCopied'), status: 'success' });
  };
  const failure = error ?? queries.error;
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={760}
    >
      <DialogHeader>{t('sql.queries.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <SearchField
            aria-label={t('sql.queries.search')}
            placeholder={t('sql.queries.search')}
            value={search}
            onChange={setSearch}
          />
          {failure && (
            <ErrorPanel title={t('sql.queries.failed')} error={failure} />
          )}
          {queries.value?.length === 0 && (
            <EmptyState
              title={t('sql.queries.none')}
              description={t('sql.queries.noneHelp')}
            />
          )}
          <ul className={classes.list}>
            {(queries.value ?? []).map(query => (
              <li key={query.id} className={classes.item}>
                <div className={classes.facts}>
                  <span className={classes.title}>{query.title}</span>
                  {query.visibility === 'shared' && (
                    <LookChip look="finished" label={t('sql.queries.shared')} />
                  )}
                  {query.place && <span>{query.place}</span>}
                  <OwnerLink owner={query.author} />
                  <RelativeTime at={query.updatedAt} />
                  <span className={classes.end}>
                    {navigator.clipboard && (
                      <ButtonIcon
                        size="small"
                        variant="tertiary"
                        icon={<RiLinkM />}
                        aria-label={t('sql.queries.copyLink', {
                          title: query.title,
                        })}
                        onPress={() => copyLink(query)}
                      />
                    )}
                    {query.author === ownership?.user && (
                      <ButtonIcon
                        size="small"
                        variant="tertiary"
                        icon={<RiDeleteBinLine />}
                        aria-label={t('sql.queries.delete', {
                          title: query.title,
                        })}
                        onPress={() => remove(query)}
                      />
                    )}
                    <Button
                      size="small"
                      variant="secondary"
                      onPress={() => {
                        onChoose(query);
                        onClose();
                      }}
                    >
                      {t('sql.queries.open')}
                    </Button>
                  </span>
                </div>
                <pre className={classes.sql}>{query.sql}</pre>
              </li>
            ))}
          </ul>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
