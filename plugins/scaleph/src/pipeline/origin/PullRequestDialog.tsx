import { toError } from '@backstage/errors';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Link,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { PipelinePatch } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import readable from '../readable.module.css';
import { usePullRequest } from './usePullRequest';

/** Asks for the title and starts the pull request. @internal */
export const PullRequestDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  makePatch(): Promise<PipelinePatch>;
  onClose(): void;
}) => {
  const { isOpen, pipeline, makePatch, onClose } = props;
  const { t } = useScalephTranslation();
  const { ready, start } = usePullRequest(isOpen);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [pending, setPending] = useState(false);
  const [task, setTask] = useState<string>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (isOpen) {
      setTitle(t('origin.pull.example', { name: pipeline }));
      setDescription('');
      setTask(undefined);
      setError(undefined);
    }
  }, [isOpen, pipeline, t]);

  const open = async () => {
    setPending(true);
    setError(undefined);
    try {
      const request = { title: title.trim(), description: description.trim() };
      setTask(await start!(pipeline, await makePatch(), request));
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={isNowOpen => !isNowOpen && !pending && onClose()}
      width={560}
    >
      <DialogHeader>{t('origin.pull.title')}</DialogHeader>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          <Text as="p" color="secondary">
            {t('origin.pull.help')}
          </Text>
          {ready && !start && (
            <Alert icon status="info" title={t('origin.pull.missing')} />
          )}
          <TextField
            label={t('origin.pull.subject')}
            value={title}
            onChange={setTitle}
            maxLength={200}
          />
          <TextAreaField
            label={t('origin.pull.description')}
            value={description}
            onChange={setDescription}
            maxLength={4000}
          />
          {task && (
            <Alert
              icon
              status="success"
              title={t('origin.pull.started')}
              customActions={<Link href={task}>{t('origin.pull.follow')}</Link>}
            />
          )}
          {error && (
            <ErrorPanel title={t('origin.pull.failed')} error={error} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!task && (
          <Button
            variant="primary"
            isDisabled={pending || !start || !title.trim()}
            onPress={open}
          >
            {t('origin.pull.open')}
          </Button>
        )}
        <Button
          // The button that was pressed is gone: Escape and Tab need a place to begin.
          key={task ? 'close' : 'cancel'}
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={task !== undefined}
          variant="secondary"
          isDisabled={pending}
          onPress={onClose}
        >
          {t(task ? 'common.action.close' : 'common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
