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
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { SqlEnvironment } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { scalephApiRef } from '../../api';
import {
  EntityRefField,
  ErrorPanel,
  ErrorText,
  surfaceClass,
} from '../../components';
import { useApiResource, useNotify, useOwnership } from '../../hooks';
import { isName, NAME_LIMIT } from '../../lib/names';
import { printSettings, readSettings } from '../session/settingsText';
import { useScalephTranslation } from '../../translation';

const NEW = ' new';

/** Shared initial SQL and variables: what sessions of a team begin with. */
export const EnvironmentsDialog = (props: { onClose(): void }) => {
  const { onClose } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const ownership = useOwnership();
  const list = useApiResource(
    async signal => (await api.listSqlEnvironments({ signal })).items,
    [api],
    { keepPrevious: true },
  );
  const [chosen, setChosen] = useState(NEW);
  const [name, setName] = useState('');
  const [owner, setOwner] = useState('');
  const [initialSql, setInitialSql] = useState('');
  const [variables, setVariables] = useState('');
  const [error, setError] = useState<Error>();
  const known = list.value?.find(it => it.name === chosen);
  const read = readSettings(variables);
  const isTaken = !known && !!list.value?.some(it => it.name === name);

  useEffect(() => {
    if (ownership) setOwner(current => current || ownership.defaultOwner);
  }, [ownership]);

  const choose = (environment: SqlEnvironment | undefined) => {
    setChosen(environment?.name ?? NEW);
    setName(environment?.name ?? '');
    setOwner(environment?.owner ?? ownership?.defaultOwner ?? '');
    setInitialSql(environment?.initialSql ?? '');
    setVariables(printSettings(environment?.variables ?? {}));
    setError(undefined);
  };
  const act = async (what: () => Promise<void>) => {
    setError(undefined);
    try {
      await what();
      list.reload();
    } catch (cause) {
      setError(toError(cause));
    }
  };
  const save = () =>
    act(async () => {
      const saved = await api.putSqlEnvironment(
        name,
        { owner, initialSql, variables: read.settings },
        known && { ifMatch: known.etag },
      );
      setChosen(saved.name);
      notify({
        title: t('sql.environments.saved', { name: saved.name }),
        status: 'success',
      });
    });
  const remove = () =>
    act(async () => {
      await api.deleteSqlEnvironment(chosen);
      choose(undefined);
    });
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={680}
    >
      <DialogHeader>{t('sql.environments.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text color="secondary">{t('sql.environments.help')}</Text>
          <Select
            label={t('sql.environments.choose')}
            options={[
              { id: NEW, label: t('sql.environments.new') },
              ...(list.value ?? []).map(it => ({
                id: it.name,
                label: it.title ?? it.name,
              })),
            ]}
            value={chosen}
            onChange={key => choose(list.value?.find(it => it.name === key))}
          />
          {!known && (
            <TextField
              label={t('pages.draft.name')}
              value={name}
              onChange={setName}
              maxLength={NAME_LIMIT}
              autoComplete="off"
              isInvalid={isTaken}
            />
          )}
          {isTaken && <ErrorText>{t('sql.environments.taken')}</ErrorText>}
          <EntityRefField
            label={t('pages.draft.owner')}
            kinds={['group', 'user']}
            value={owner}
            onChange={setOwner}
          />
          <TextAreaField
            label={t('sql.environments.initialSql')}
            description={t('sql.environments.initialSqlHelp')}
            rows={6}
            value={initialSql}
            onChange={setInitialSql}
          />
          <TextAreaField
            label={t('sql.environments.variables')}
            description={t('sql.environments.variablesHelp')}
            rows={3}
            value={variables}
            onChange={setVariables}
            isInvalid={read.wrong !== undefined}
          />
          {(error ?? list.error) && (
            <ErrorPanel
              title={t('sql.environments.failed')}
              error={(error ?? list.error)!}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {known && (
          <Button variant="secondary" destructive onPress={remove}>
            {t('common.action.delete')}
          </Button>
        )}
        <Button
          variant="primary"
          isDisabled={
            !isName(name) || isTaken || !owner || read.wrong !== undefined
          }
          onPress={save}
        >
          {t('common.action.save')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
