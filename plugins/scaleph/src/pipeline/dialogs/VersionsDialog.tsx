import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import { diffPipelines } from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel, RelativeTime } from '../../components';
import { useApiResource } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { ChangeList } from './ChangeList';
import classes from './VersionsDialog.module.css';
import readable from '../readable.module.css';

/** Content of the dialog; mounted, and so loaded, only while it is open. */
const Versions = (props: {
  pipeline: string;
  draft: PipelineDocument;
  readOnly: boolean;
  onRestore(document: PipelineDocument): void;
  onClose(): void;
}) => {
  const { pipeline, draft, readOnly, onRestore, onClose } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [version, setVersion] = useState<number>();
  const versions = useApiResource(
    signal => api.listPipelineVersions(pipeline, { limit: 50 }, { signal }),
    [api, pipeline],
  );
  const newest = versions.value?.items[0]?.version;
  useEffect(() => setVersion(current => current ?? newest), [newest]);
  const chosen = useApiResource(
    async signal =>
      version === undefined
        ? undefined
        : api.getPipelineVersion(pipeline, version, { signal }),
    [api, pipeline, version],
  );
  const document = chosen.value?.document;
  const error = versions.error ?? chosen.error;
  return (
    <>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          {error && (
            <ErrorPanel
              title={t('pipeline.versions.failed', { name: pipeline })}
              error={error}
              onRetry={() => (versions.error ? versions : chosen).reload()}
            />
          )}
          {versions.value?.items.length === 0 && (
            <Text color="secondary">{t('pipeline.versions.none')}</Text>
          )}
          {!versions.value && !error && <Skeleton width="100%" height={96} />}
          {versions.value && (
            <ul className={classes.list}>
              {versions.value.items.map(it => (
                <li key={it.version}>
                  <button
                    type="button"
                    className={classes.version}
                    aria-pressed={it.version === version}
                    onClick={() => setVersion(it.version)}
                  >
                    <strong>v{it.version}</strong>
                    <span className={classes.message}>
                      {it.message ?? t('pipeline.versions.noMessage')}
                    </span>
                    <Text variant="body-small" color="secondary">
                      {it.createdBy.split('/').pop()}
                      {' · '}
                      <RelativeTime at={it.createdAt} />
                    </Text>
                  </button>
                </li>
              ))}
            </ul>
          )}
          {document && (
            <>
              <Text as="h4" variant="body-medium" weight="bold">
                {t('pipeline.versions.compare', { version: String(version) })}
              </Text>
              <ChangeList changes={diffPipelines(document, draft)} />
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {document && !readOnly && (
          <Button
            variant="secondary"
            onPress={() => {
              onRestore(document);
              onClose();
            }}
          >
            {t('pipeline.versions.restore', { version: String(version) })}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </>
  );
};

/** The versions of a pipeline, each compared with the draft. @internal */
export const VersionsDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  draft: PipelineDocument;
  readOnly: boolean;
  onRestore(document: PipelineDocument): void;
  onClose(): void;
}) => {
  const { isOpen, ...content } = props;
  const { t } = useScalephTranslation();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && props.onClose()}
      width={640}
    >
      <DialogHeader>{t('pipeline.versions.title')}</DialogHeader>
      {isOpen && <Versions {...content} />}
    </Dialog>
  );
};
