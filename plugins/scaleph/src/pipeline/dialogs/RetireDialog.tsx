import { Flex, Text, TextField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../components';
import { useScalephTranslation } from '../../translation';

/** Asks before a pipeline is taken out of use, and why. @internal */
export const RetireDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  onRetire(message: string): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, pipeline, onRetire, onClose } = props;
  const { t } = useScalephTranslation();
  const [message, setMessage] = useState('');
  useEffect(() => setMessage(''), [isOpen]);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('views.retire.title', { name: pipeline })}
      confirmLabel={t('views.retire.confirm')}
      onConfirm={() => onRetire(message.trim())}
      onClose={onClose}
    >
      <Flex direction="column" gap="3">
        <Text as="p">{t('views.retire.help')}</Text>
        <TextField
          label={t('views.retire.message')}
          value={message}
          onChange={setMessage}
          maxLength={500}
        />
      </Flex>
    </ConfirmDialog>
  );
};
