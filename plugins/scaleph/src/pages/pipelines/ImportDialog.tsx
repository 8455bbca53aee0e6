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
import { useState } from 'react';
import { ErrorPanel, ErrorText, surfaceClass } from '../../components';
import { useLanguage } from '../../hooks';
import { formatBytes } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { ArchiveImport } from './ArchiveImport';
import { CreateProgressNote } from './CreateProgressNote';
import { FileDrop } from './FileDrop';
import { ImportProblems } from './ImportProblems';
import { LARGEST_DOCUMENT, readDocumentFile } from './readDocumentFile';
import type { DocumentRefusal } from './readDocumentFile';
import { useCreatePipeline } from './useCreatePipeline';
import { useValidation } from './useValidation';
import classes from './ImportDialog.module.css';

/** Makes pipelines from an archive, or a draft from a document, after saying what is wrong with it. */
export const ImportDialog = (props: {
  /** Pipelines have come from an archive. */
  onImported(): void;
  onClose(): void;
}) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const { progress, isBusy, create } = useCreatePipeline();
  const [yaml, setYaml] = useState('');
  const [archive, setArchive] = useState<File>();
  const [refused, setRefused] = useState<{
    name: string;
    reason: DocumentRefusal;
  }>();
  const { value: result, error, isCurrent } = useValidation(yaml);

  const readFile = async (file: File) => {
    setRefused(undefined);
    if (/\.zip$/i.test(file.name) || file.type === 'application/zip') {
      setArchive(file);
      return;
    }
    const read = await readDocumentFile(file);
    if ('text' in read) setYaml(read.text);
    else setRefused({ name: file.name, reason: read.reason });
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
      {archive ? (
        <ArchiveImport
          file={archive}
          onImported={props.onImported}
          onBack={() => setArchive(undefined)}
          onClose={props.onClose}
        />
      ) : (
        <>
          <DialogBody>
            <Flex direction="column" gap="4">
              <FileDrop
                label={t('pages.import.file')}
                accept=".yaml,.yml,.json,.zip"
                onFile={readFile}
              >
                {t('views.archive.drop')}
              </FileDrop>
              {refused && (
                <Text role="alert">
                  <ErrorText severity="error">
                    {t(`pages.import.refused.${refused.reason}`, {
                      name: refused.name,
                      limit: formatBytes(LARGEST_DOCUMENT, language),
                    })}
                  </ErrorText>
                </Text>
              )}
              <TextAreaField
                className={classes.text}
                label={t('pages.import.text')}
                value={yaml}
                onChange={setYaml}
                spellCheck="false"
              />
              <div className={classes.result} aria-live="polite">
                {error && (
                  <ErrorPanel
                    title={t('pages.import.checkFailed')}
                    error={error}
                  />
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
            <Button
              variant="secondary"
              isDisabled={isBusy}
              onPress={props.onClose}
            >
              {t('common.action.cancel')}
            </Button>
          </DialogFooter>
        </>
      )}
    </Dialog>
  );
};
