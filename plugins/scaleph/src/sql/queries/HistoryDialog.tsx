import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  SearchField,
  Skeleton,
} from '@backstage/ui';
import type {
  SqlHistoryEntry,
  SqlOperation,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import {
  EmptyState,
  ErrorPanel,
  LookChip,
  RelativeTime,
  StateLook,
  surfaceClass,
} from '../../components';
import { useApiResource, useDebounced, useLanguage } from '../../hooks';
import { formatDuration, formatExactCount } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import classes from './QueryList.module.css';

const LOOK: Record<SqlOperation['state'], StateLook> = {
  running: 'running',
  finished: 'finished',
  failed: 'failed',
  canceled: 'still',
};

/** One's own statements, newest first, to be taken up again. */
export const HistoryDialog = (props: {
  onChoose(sql: string): void;
  onClose(): void;
}) => {
  const { onChoose, onClose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const api = useApi(scalephApiRef);
  const [search, setSearch] = useState('');
  const [more, setMore] = useState<SqlHistoryEntry[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [error, setError] = useState<Error>();
  const wanted = useDebounced(search, 250);
  const first = useApiResource(
    async signal => {
      const page = await api.listSqlHistory(
        { limit: 50, ...(wanted && { search: wanted }) },
        { signal },
      );
      setMore([]);
      setCursor(page.nextCursor);
      return page.items;
    },
    [api, wanted],
    { keepPrevious: true },
  );
  const act = async (what: () => Promise<void>) => {
    setError(undefined);
    try {
      await what();
    } catch (cause) {
      setError(toError(cause));
    }
  };
  const loadMore = () =>
    act(async () => {
      const page = await api.listSqlHistory({
        limit: 50,
        cursor,
        ...(wanted && { search: wanted }),
      });
      setMore(before => [...before, ...page.items]);
      setCursor(page.nextCursor);
    });
  const entries = [...(first.value ?? []), ...more];
  const failure = error ?? first.error;
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={760}
    >
      <DialogHeader>{t('sql.history.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <SearchField
            aria-label={t('sql.history.search')}
            placeholder={t('sql.history.search')}
            value={search}
            onChange={setSearch}
          />
          {failure && (
            <ErrorPanel title={t('sql.history.failed')} error={failure} />
          )}
          {!first.value && first.loading && (
            <Skeleton width="100%" height={120} />
          )}
          {first.value && !entries.length && (
            <EmptyState title={t('sql.history.none')} />
          )}
          <ul className={classes.list}>
            {entries.map(entry => (
              <li key={entry.id} className={classes.item}>
                <div className={classes.facts}>
                  <LookChip
                    look={LOOK[entry.state]}
                    label={t(`sql.status.${entry.state}`)}
                  />
                  <span>{entry.place}</span>
                  <RelativeTime at={entry.startedAt} />
                  {entry.durationMs !== undefined && (
                    <span>{formatDuration(entry.durationMs, language)}</span>
                  )}
                  {entry.rows !== undefined && (
                    <span>
                      {t('sql.result.rows', {
                        count: entry.rows,
                        rows: formatExactCount(entry.rows, language),
                      })}
                    </span>
                  )}
                  <Button
                    className={classes.end}
                    size="small"
                    variant="secondary"
                    onPress={() => {
                      onChoose(entry.statement);
                      onClose();
                    }}
                  >
                    {t('sql.history.insert')}
                  </Button>
                </div>
                <pre className={classes.sql}>{entry.statement}</pre>
                {entry.message && (
                  <div className={classes.message}>{entry.message}</div>
                )}
              </li>
            ))}
          </ul>
          {cursor && (
            <Button variant="tertiary" onPress={loadMore}>
              {t('sql.history.more')}
            </Button>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {entries.length > 0 && (
          <Button
            variant="secondary"
            destructive
            onPress={() =>
              act(async () => {
                await api.clearSqlHistory();
                first.reload();
              })
            }
          >
            {t('sql.history.clear')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
