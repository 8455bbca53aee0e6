import { toError } from '@backstage/errors';
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
import type { DocumentChange } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import { ChangeList } from './ChangeList';
import readable from '../readable.module.css';

/** Asks for the message of the next version and shows what it changes. @internal */
export const PublishDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  nextVersion: number;
  /** Against the newest version; absent when nothing is published yet. */
  changes: DocumentChange[] | undefined;
  /** Publishes; the dialog stays open with the reason when it throws. */
  onPublish(message: string): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, pipeline, nextVersion, changes, onPublish, onClose } = props;
  const { t } = useScalephTranslation();
  const [message, setMessage] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (isOpen) {
      setMessage('');
      setError(undefined);
    }
  }, [isOpen]);

  const publish = async () => {
    setPending(true);
    setError(undefined);
    try {
      await onPublish(message.trim());
      onClose();
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && !pending && onClose()}
      width={560}
    >
      <DialogHeader>
        {t('pipeline.publish.title', { version: String(nextVersion) })}
      </DialogHeader>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          <Text as="p" color="secondary">
            {t('pipeline.publish.help')}
          </Text>
          <TextAreaField
            label={t('pipeline.publish.message')}
            placeholder={t('pipeline.publish.messageExample')}
            value={message}
            onChange={setMessage}
            maxLength={500}
          />
          {changes && <ChangeList changes={changes} />}
          {error && (
            <ErrorPanel
              title={t('pipeline.publish.failed', { name: pipeline })}
              error={error}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" isDisabled={pending} onPress={publish}>
          {t('pipeline.action.publish')}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
