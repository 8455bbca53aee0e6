import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { RiFileUploadLine } from '@remixicon/react';
import { ChangeEvent, useRef, useState } from 'react';
import { ErrorPanel, surfaceClass } from '../../components';
import { useScalephTranslation } from '../../translation';
import { CreateProgressNote } from './CreateProgressNote';
import { ImportProblems } from './ImportProblems';
import { useCreatePipeline } from './useCreatePipeline';
import { useValidation } from './useValidation';
import classes from './ImportDialog.module.css';

/** Makes a draft from a document, after saying what is wrong with it. */
export const ImportDialog = (props: { onClose(): void }) => {
  const { t } = useScalephTranslation();
  const { progress, isBusy, create } = useCreatePipeline();
  const [yaml, setYaml] = useState('');
  const fileInput = useRef<HTMLInputElement>(null);
  const { value: result, error, isCurrent } = useValidation(yaml);

  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again after it was changed on disk.
    event.target.value = '';
    if (file) setYaml(await file.text());
  };

  const document = yaml.trim() ? result?.document : undefined;
  const problems = (yaml.trim() && result?.problems) || [];
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={open => !open && !isBusy && props.onClose()}
      width={720}
    >
      <DialogHeader>{t('pages.import.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <div>
            <input
              ref={fileInput}
              hidden
              type="file"
              accept=".yaml,.yml,.json"
              aria-label={t('pages.import.file')}
              onChange={readFile}
            />
            <Button
              variant="secondary"
              iconStart={<RiFileUploadLine />}
              onPress={() => fileInput.current?.click()}
            >
              {t('pages.import.file')}
            </Button>
          </div>
          <TextAreaField
            className={classes.text}
            label={t('pages.import.text')}
            value={yaml}
            onChange={setYaml}
            spellCheck="false"
          />
          <div className={classes.result} aria-live="polite">
            {error && (
              <ErrorPanel title={t('pages.import.checkFailed')} error={error} />
            )}
            {!error && problems.length > 0 && (
              <ImportProblems problems={problems} />
            )}
            {!error && document && problems.length === 0 && (
              <Text>
                {t('pages.import.good', { name: document.metadata.name })}
              </Text>
            )}
          </div>
          <CreateProgressNote
            name={document?.metadata.name ?? ''}
            progress={progress}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={!document || !isCurrent || isBusy}
          onPress={() => create({ yaml })}
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
