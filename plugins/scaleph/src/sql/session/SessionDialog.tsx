import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
} from '@backstage/ui';
import type {
  SqlOperation,
  SqlPlace,
  SqlSession,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel, RelativeTime, surfaceClass } from '../../components';
import { useApiResource, useLanguage, usePolling } from '../../hooks';
import { formatDateTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { OperationList } from './OperationList';
import type { SqlSessionState } from './useSqlSession';
import classes from './SessionDialog.module.css';

/** One session: what runs in it, its settings and jars, and its end. */
export const SessionDialog = (props: {
  place: SqlPlace;
  session: SqlSession;
  state: SqlSessionState;
  onOpenOperation(operation: SqlOperation): void;
  onClose(): void;
}) => {
  const { place, session, state, onClose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const api = useApi(scalephApiRef);
  const [error, setError] = useState<Error>();
  const operations = useApiResource(
    async signal => (await api.listSqlOperations(session.id, { signal })).items,
    [api, session.id],
    { keepPrevious: true },
  );
  usePolling(operations.reload, 3000);
  const canAddJars =
    place.features.includes('jars') && session.state === 'open';
  const jars = useApiResource(
    async signal =>
      canAddJars
        ? (await api.listArtifacts({ limit: 200 }, { signal })).items
        : [],
    [api, canAddJars],
  );

  const act = async (what: () => Promise<unknown>) => {
    setError(undefined);
    try {
      await what();
    } catch (cause) {
      setError(toError(cause));
    }
  };
  const settings = Object.entries(session.settings ?? {});
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={720}
    >
      <DialogHeader>{session.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text color="secondary">
            {t('sql.session.opened')} <RelativeTime at={session.createdAt} />
            {session.endsAt && session.state === 'open' && (
              <>
                {' · '}
                {t('sql.session.ends', {
                  time: formatDateTime(session.endsAt, language),
                })}
              </>
            )}
          </Text>
          {error && <ErrorPanel title={session.title} error={error} />}
          <OperationList
            operations={operations.value ?? []}
            onCancel={id =>
              act(async () => {
                await api.cancelSqlOperation(id);
                operations.reload();
              })
            }
            onOpen={operation => {
              props.onOpenOperation(operation);
              onClose();
            }}
          />
          {canAddJars && (
            <div>
              <Select
                label={t('sql.session.addJar')}
                placeholder={t('sql.session.chooseJar')}
                options={(jars.value ?? [])
                  .filter(it => !session.jars?.includes(it.name))
                  .map(it => ({ id: it.name, label: it.name }))}
                value={null}
                onChange={key =>
                  key &&
                  act(async () => {
                    await api.addSqlJar(session.id, { artifact: String(key) });
                    await state.refresh();
                  })
                }
              />
              {session.jars && session.jars.length > 0 && (
                <ul className={classes.jars}>
                  {session.jars.map(jar => (
                    <li key={jar}>{jar}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {settings.length > 0 && (
            <details>
              <summary>
                {t('sql.session.settingsCount', { count: settings.length })}
              </summary>
              <dl className={classes.settings}>
                {settings.map(([key, value]) => (
                  <div key={key}>
                    <dt>{key}</dt>
                    <dd>{String(value)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {session.state === 'open' && (
          <Button
            variant="secondary"
            destructive
            onPress={() =>
              act(async () => {
                await state.close(session.id);
                onClose();
              })
            }
          >
            {t('sql.session.close')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
