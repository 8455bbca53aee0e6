import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  TextField,
} from '@backstage/ui';
import type { Mode } from '@scaleph/backstage-plugin-scaleph-common';
import { FormEvent, useEffect, useId, useState } from 'react';
import { EntityRefField, surfaceClass } from '../../components';
import { useOwnership } from '../../hooks';
import { isName, NAME_LIMIT } from '../../lib/names';
import {
  firstSpec,
  MODES,
  PIPELINE_TYPES,
  usualMode,
} from '../../pipeline/lib/pipelineShape';
import { useScalephTranslation } from '../../translation';
import { CreateProgressNote } from './CreateProgressNote';
import { useCreatePipeline } from './useCreatePipeline';

/** Asks for what a pipeline needs to exist, and creates an empty draft. */
export const DraftDialog = (props: { onClose(): void }) => {
  const { t } = useScalephTranslation();
  const formId = useId();
  const ownership = useOwnership();
  const { progress, isBusy, create } = useCreatePipeline();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const [system, setSystem] = useState('');
  const [type, setType] =
    useState<(typeof PIPELINE_TYPES)[number]>('seatunnel');
  const [mode, setMode] = useState<Mode>(usualMode('seatunnel'));

  useEffect(() => {
    if (ownership) setOwner(current => current || ownership.defaultOwner);
  }, [ownership]);

  const isComplete = isName(name) && owner !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    const metadata = {
      name,
      ...(title.trim() && { title: title.trim() }),
      owner,
      ...(system && { system }),
    };
    create({
      document: {
        apiVersion: 'scaleph.io/v1alpha1',
        kind: 'Pipeline',
        metadata,
        spec: firstSpec(type, mode),
      },
    });
  };

  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={open => !open && !isBusy && props.onClose()}
      width={520}
    >
      <DialogHeader>{t('pages.draft.title')}</DialogHeader>
      <DialogBody>
        <form id={formId} onSubmit={submit}>
          <Flex direction="column" gap="4">
            <TextField
              label={t('pages.draft.name')}
              description={t('pages.draft.nameHelp')}
              secondaryLabel={t('common.required')}
              value={name}
              onChange={setName}
              maxLength={NAME_LIMIT}
              isRequired
              validationBehavior="aria"
              validate={text =>
                text === '' || isName(text) ? null : t('common.field.pattern')
              }
              autoComplete="off"
            />
            <TextField
              label={t('pages.draft.displayName')}
              value={title}
              onChange={setTitle}
              maxLength={200}
            />
            <Select
              label={t('pages.draft.type')}
              options={PIPELINE_TYPES.map(id => ({
                id,
                label: t(`pages.draft.types.${id}`),
              }))}
              value={type}
              onChange={next => {
                const chosen = next as typeof type;
                setType(chosen);
                setMode(usualMode(chosen));
              }}
            />
            <Select
              label={t('pages.draft.mode')}
              options={MODES.map(id => ({
                id,
                label: t(`pages.draft.modes.${id}`),
              }))}
              value={mode}
              onChange={next => setMode(next as Mode)}
            />
            <EntityRefField
              label={t('pages.draft.owner')}
              kinds={['group', 'user']}
              value={owner}
              onChange={setOwner}
              isRequired
            />
            <EntityRefField
              label={t('pages.draft.system')}
              kinds={['system']}
              value={system}
              onChange={setSystem}
            />
            <CreateProgressNote name={name} progress={progress} />
          </Flex>
        </form>
      </DialogBody>
      <DialogFooter>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          isDisabled={!isComplete || isBusy}
        >
          {t('pages.draft.create')}
        </Button>
        <Button variant="secondary" isDisabled={isBusy} onPress={props.onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
