import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorText, surfaceClass } from '../../components';
import { useScalephTranslation } from '../../translation';
import { printSettings, readSettings } from '../session/settingsText';

/** What `${name}` stands for in the statements of this console. */
export const VariablesDialog = (props: {
  variables: Record<string, string>;
  onChange(variables: Record<string, string>): void;
  onClose(): void;
}) => {
  const { onChange, onClose } = props;
  const { t } = useScalephTranslation();
  const [text, setText] = useState(() => printSettings(props.variables));
  const { settings, wrong } = readSettings(text);
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={520}
    >
      <DialogHeader>{t('sql.variables.title')}</DialogHeader>
      <DialogBody>
        <TextAreaField
          label={t('sql.variables.title')}
          description={t('sql.variables.help')}
          rows={6}
          value={text}
          onChange={setText}
          isInvalid={wrong !== undefined}
        />
        {wrong !== undefined && (
          <ErrorText>
            {t('sql.session.settingsWrong', { line: wrong })}
          </ErrorText>
        )}
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={wrong !== undefined}
          onPress={() => {
            onChange(settings);
            onClose();
          }}
        >
          {t('common.action.save')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
