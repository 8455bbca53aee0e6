import {
  Button,
  DialogBody,
  DialogFooter,
  Select,
  Skeleton,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import { sameMeaning } from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import readable from '../readable.module.css';
import { Comparison } from './Comparison';
import type { Compared } from './Comparison';
import { useVersionDocument } from './useVersionDocument';
import { useVersions } from './useVersions';
import { VersionList } from './VersionList';
import classes from './Versions.module.css';

/** A change is read from the older to the newer. */
const inOrder = (one: Compared, other: Compared, isOlder: boolean) =>
  isOlder ? { from: other, to: one } : { from: one, to: other };

/** Content of the dialog; mounted, and so loaded, only while it is open. @internal */
export const Versions = (props: {
  pipeline: string;
  draft: PipelineDocument;
  canRestore: boolean;
  onRestore(document: PipelineDocument, version: number): void;
  onClose(): void;
}) => {
  const { pipeline, draft, canRestore, onRestore, onClose } = props;
  const { t } = useScalephTranslation();
  const isNarrow = useBreakpoint().down('lg');
  const { versions, error: listError, more } = useVersions(pipeline);
  const [chosen, setChosen] = useState<number>();
  const [picked, setPicked] = useState<number | 'draft'>();
  const version = chosen ?? versions?.[0]?.version;
  const from = useVersionDocument(pipeline, version);
  const isDraft = useMemo(
    () => from.document !== undefined && sameMeaning(from.document, draft),
    [from.document, draft],
  );
  // Without a choice of the user: the draft, or what the version has changed where the draft is the same.
  const before = versions?.find(it => it.version < (version ?? 0))?.version;
  const offered = picked === version ? undefined : picked;
  const against =
    offered === 'draft' ? undefined : offered ?? (isDraft ? before : undefined);
  const to = useVersionDocument(pipeline, against);
  const other = against === undefined ? draft : to.document;
  const error = listError ?? from.error ?? to.error;
  const labelOf = (number: number | undefined) =>
    number === undefined
      ? t('views.versions.draft')
      : t('views.versions.version', { version: String(number) });
  return (
    <>
      <DialogBody className={`${readable.readable} ${classes.body}`}>
        {error && (
          <ErrorPanel
            title={t('pipeline.versions.failed', { name: pipeline })}
            error={error}
            onRetry={() => {
              if (listError) more?.();
              else (from.error ? from : to).reload();
            }}
          />
        )}
        {versions?.length === 0 && (
          <Text color="secondary">{t('pipeline.versions.none')}</Text>
        )}
        {!versions && !error && <Skeleton width="100%" height={96} />}
        {versions && versions.length > 0 && (
          <div className={classes.columns}>
            <VersionList
              versions={versions}
              chosen={version}
              onChoose={setChosen}
              onMore={more}
            />
            <div className={classes.comparison}>
              <div className={classes.choice}>
                <Text weight="bold">{labelOf(version)}</Text>
                <Select
                  size="small"
                  aria-label={t('views.versions.against')}
                  options={[undefined, ...versions.map(it => it.version)]
                    .filter(it => it !== version)
                    .map(it => ({
                      id: String(it ?? 'draft'),
                      label: t('views.versions.comparedWith', {
                        other: labelOf(it),
                      }),
                    }))}
                  value={String(against ?? 'draft')}
                  onChange={key =>
                    setPicked(key === 'draft' ? 'draft' : Number(key))
                  }
                />
              </div>
              {from.document && other ? (
                <Comparison
                  {...inOrder(
                    { label: labelOf(version), document: from.document },
                    { label: labelOf(against), document: other },
                    against !== undefined && against < (version ?? 0),
                  )}
                  isNarrow={isNarrow}
                />
              ) : (
                !error && <Skeleton width="100%" height={240} />
              )}
            </div>
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        {from.document && version !== undefined && canRestore && !isDraft && (
          <Button
            variant="secondary"
            onPress={() => {
              onRestore(from.document!, version);
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

export default Versions;
