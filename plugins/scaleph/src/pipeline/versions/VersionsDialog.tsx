import { Dialog, DialogHeader, Skeleton } from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';
import { useScalephTranslation } from '../../translation';

const Versions = lazy(() => import('./Versions'));

/** The versions of a pipeline, compared with each other and with the draft. @internal */
export const VersionsDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  draft: PipelineDocument;
  /** The user may change the draft. */
  canRestore: boolean;
  onRestore(document: PipelineDocument, version: number): void;
  onClose(): void;
}) => {
  const { isOpen, ...content } = props;
  const { t } = useScalephTranslation();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && props.onClose()}
      width="min(1180px, calc(100vw - 32px))"
      height="min(860px, calc(100vh - 64px))"
    >
      <DialogHeader>{t('pipeline.versions.title')}</DialogHeader>
      {isOpen && (
        <Suspense fallback={<Skeleton width="100%" height={240} />}>
          <Versions {...content} />
        </Suspense>
      )}
    </Dialog>
  );
};
