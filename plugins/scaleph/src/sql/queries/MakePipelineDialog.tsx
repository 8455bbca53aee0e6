import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import type { Mode } from '@scaleph/backstage-plugin-scaleph-common';
import { FormEvent, useEffect, useId, useState } from 'react';
import { EntityRefField, surfaceClass } from '../../components';
import { useOwnership } from '../../hooks';
import { isName, NAME_LIMIT } from '../../lib/names';
import { CreateProgressNote } from '../../pages/pipelines/CreateProgressNote';
import { useCreatePipeline } from '../../pages/pipelines/useCreatePipeline';
import { useScalephTranslation } from '../../translation';

const MODES: readonly Mode[] = ['streaming', 'batch'];

/** Makes a pipeline of the script, and opens it. */
export const MakePipelineDialog = (props: {
  script: string;
  /** The target that the script was tried on. */
  target?: string;
  onClose(): void;
}) => {
  const { script, onClose } = props;
  const { t } = useScalephTranslation();
  const formId = useId();
  const ownership = useOwnership();
  const { progress, isBusy, create } = useCreatePipeline();
  const [name, setName] = useState('');
  const [owner, setOwner] = useState('');
  const [mode, setMode] = useState<Mode>('streaming');

  useEffect(() => {
    if (ownership) setOwner(current => current || ownership.defaultOwner);
  }, [ownership]);

  const isComplete = isName(name) && owner !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    void create({
      document: {
        apiVersion: 'scaleph.io/v1alpha1',
        kind: 'Pipeline',
        metadata: { name, owner },
        spec: {
          type: 'flink-sql',
          mode,
          nodes: [],
          edges: [],
          sql: { script },
        },
      },
    });
  };
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && !isBusy && onClose()}
      width={520}
    >
      <DialogHeader>{t('sql.pipeline.title')}</DialogHeader>
      <DialogBody>
        <form id={formId} onSubmit={submit}>
          <Flex direction="column" gap="4">
            <Text color="secondary">{t('sql.pipeline.help')}</Text>
            <TextField
              label={t('pages.draft.name')}
              description={t('pages.draft.nameHelp')}
              value={name}
              onChange={setName}
              maxLength={NAME_LIMIT}
              isRequired
              secondaryLabel={t('common.required')}
              validationBehavior="aria"
              validate={text =>
                text === '' || isName(text) ? null : t('common.field.pattern')
              }
              autoComplete="off"
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
        <Button variant="secondary" isDisabled={isBusy} onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
