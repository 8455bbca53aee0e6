import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { renameProblem } from '../lib/editNode';
import { takeKeys } from '../lib/takeKeys';
import readable from '../readable.module.css';

/** Gives a node another name. @internal */
export const RenameDialog = (props: {
  node: string | undefined;
  document: PipelineDocument;
  onRename(node: string, next: string): void;
  onClose(): void;
}) => {
  const { node, document, onRename, onClose } = props;
  const { t } = useScalephTranslation();
  const [name, setName] = useState('');
  useEffect(() => setName(node ?? ''), [node]);
  const problem = node ? renameProblem(document, node, name) : undefined;
  const rename = () => {
    if (node && !problem) {
      onRename(node, name);
      onClose();
    }
  };
  return (
    <Dialog
      isOpen={node !== undefined}
      onOpenChange={open => !open && onClose()}
      width={420}
    >
      <DialogHeader>
        {t('canvas.table.renameNode', { node: node ?? '' })}
      </DialogHeader>
      <DialogBody className={readable.readable}>
        <TextField
          label={t('pipeline.drawer.id')}
          description={t('pipeline.drawer.idHelp')}
          value={name}
          onChange={setName}
          autoComplete="off"
          // With isInvalid set, the field would show itself wrong but not say why.
          validationBehavior="aria"
          validate={() =>
            problem && name !== node
              ? t(`pipeline.drawer.idProblem.${problem}`)
              : null
          }
          // The dialog is opened to write in it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onKeyDown={takeKeys(({ key }) => {
            if (key !== 'Enter') {
              return false;
            }
            rename();
            return true;
          })}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={problem !== undefined}
          onPress={rename}
        >
          {t('canvas.table.rename')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
