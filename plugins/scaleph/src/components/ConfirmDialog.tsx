import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { ReactNode, useEffect, useState } from 'react';
import { useScalephTranslation } from '../translation';
import { ErrorPanel } from './ErrorPanel';
import { surfaceClass } from './surface';

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** Exactly what is lost. */
  children: ReactNode;
  /** The verb on the button, e.g. "Delete". */
  confirmLabel: string;
  destructive?: boolean;
  /** The user types this name first: only where data or a running job is lost. */
  typeName?: string;
  /** The text says why it cannot be done now. */
  isBlocked?: boolean;
  /** Does it; the dialog stays open with the reason when it throws. */
  onConfirm(): Promise<void> | void;
  onClose(): void;
}

/** Asks before something that cannot be undone. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { isOpen, typeName, onConfirm, onClose } = props;
  const { t } = useScalephTranslation();
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    if (!isOpen) return;
    setTyped('');
    setError(undefined);
    setPending(false);
  }, [isOpen]);

  const confirm = async () => {
    setPending(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog
      className={surfaceClass}
      isOpen={isOpen}
      onOpenChange={open => !open && !pending && onClose()}
      width={520}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <div>{props.children}</div>
          {typeName && (
            <TextField
              label={t('common.confirm.typeName', { name: typeName })}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
            />
          )}
          {error && <ErrorPanel title={props.title} error={error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive={props.destructive}
          isDisabled={
            pending ||
            props.isBlocked ||
            (typeName !== undefined && typed !== typeName)
          }
          onPress={confirm}
        >
          {props.confirmLabel}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
