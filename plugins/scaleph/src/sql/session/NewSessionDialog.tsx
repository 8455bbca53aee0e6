import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Switch,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type {
  SqlPlace,
  SqlSession,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel, surfaceClass } from '../../components';
import { useApiResource } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { printSettings, readSettings } from './settingsText';
import type { SqlSessionState } from './useSqlSession';

/** Opens another session: its environment, its settings, what it may do. */
export const NewSessionDialog = (props: {
  place: SqlPlace;
  state: SqlSessionState;
  /** Whose settings it starts with. */
  like?: SqlSession;
  onClose(): void;
}) => {
  const { place, state, like, onClose } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [title, setTitle] = useState('');
  const [environment, setEnvironment] = useState(like?.environment ?? '');
  const [settings, setSettings] = useState(printSettings({}));
  const [write, setWrite] = useState(like?.write ?? false);
  const isFlink = place.dialect === 'flink';
  const environments = useApiResource(
    async signal =>
      isFlink ? (await api.listSqlEnvironments({ signal })).items : [],
    [api, isFlink],
  );
  const read = readSettings(settings);
  const canSet = place.features.includes('settings');
  const canWrite =
    place.kind === 'data-source' && place.features.includes('write');

  const open = async () => {
    const opened = await state.open({
      ...(title.trim() && { title: title.trim() }),
      ...(environment && { environment }),
      ...(canSet && { settings: read.settings }),
      ...(canWrite && { write }),
    });
    if (opened) onClose();
  };
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && !state.opening && onClose()}
      width={560}
    >
      <DialogHeader>{t('sql.session.new')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <TextField
            label={t('sql.session.title')}
            value={title}
            onChange={setTitle}
            maxLength={100}
          />
          {isFlink && (
            <Select
              label={t('sql.session.environment')}
              description={t('sql.session.environmentHelp')}
              options={[
                { id: '', label: t('sql.session.noEnvironment') },
                ...(environments.value ?? []).map(it => ({
                  id: it.name,
                  label: it.title ?? it.name,
                })),
              ]}
              value={environment}
              onChange={key => setEnvironment(String(key ?? ''))}
            />
          )}
          {canSet && (
            <TextAreaField
              label={t('sql.session.settings')}
              description={t('sql.session.settingsHelp')}
              rows={5}
              value={settings}
              onChange={setSettings}
              isInvalid={read.wrong !== undefined}
            />
          )}
          {read.wrong !== undefined && (
            <div role="alert">
              {t('sql.session.settingsWrong', { line: read.wrong })}
            </div>
          )}
          {canWrite && (
            <Switch
              label={t('sql.session.write')}
              isSelected={write}
              onChange={setWrite}
            />
          )}
          {state.error && (
            <ErrorPanel
              title={t('sql.session.openFailed')}
              error={state.error}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={state.opening || read.wrong !== undefined}
          onPress={open}
        >
          {t('sql.session.open')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
