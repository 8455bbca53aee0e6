import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { scalephApiRef } from '../api';
import { ConfirmDialog } from '../components';
import { useScalephTranslation } from '../translation';
import { RegisteredTarget } from './lib/registrationOf';

/** Says what is forgotten; the back end refuses while runs are on it, and names them. */
export const DeleteTargetDialog = (props: {
  target: RegisteredTarget;
  onDeleted(): void;
  onClose(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { target, onDeleted, onClose } = props;
  const { name, registered } = target;
  return (
    <ConfirmDialog
      isOpen
      destructive
      title={t('targets.delete.title', { name })}
      confirmLabel={t('targets.delete.confirm')}
      onConfirm={async () => {
        await api.deleteTarget(name, { ifMatch: registered.etag });
        onDeleted();
      }}
      onClose={onClose}
    >
      <Text>{t('targets.delete.help')}</Text>
    </ConfirmDialog>
  );
};
