import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  useBreakpoint,
} from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode } from 'react';
import { useScalephTranslation } from '../../translation';
import readable from '../readable.module.css';
import { Comparison } from '../versions/Comparison';
import versions from '../versions/Versions.module.css';

/** Two edits of one draft beside each other, with the choice between them. @internal */
export const CompareDrafts = (props: {
  theirs: PipelineDocument;
  mine: PipelineDocument;
  choices: ReactNode;
  onClose(): void;
}) => {
  const { theirs, mine, choices, onClose } = props;
  const { t } = useScalephTranslation();
  const isNarrow = useBreakpoint().down('lg');
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(1180px, calc(100vw - 32px))"
      height="min(720px, calc(100vh - 64px))"
    >
      <DialogHeader>{t('pipeline.conflict.compared')}</DialogHeader>
      <DialogBody className={`${readable.readable} ${versions.body}`}>
        <Comparison
          from={{ label: t('pipeline.conflict.their'), document: theirs }}
          to={{ label: t('pipeline.conflict.own'), document: mine }}
          isNarrow={isNarrow}
        />
      </DialogBody>
      <DialogFooter>
        {choices}
        <Button size="small" variant="tertiary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

export default CompareDrafts;
