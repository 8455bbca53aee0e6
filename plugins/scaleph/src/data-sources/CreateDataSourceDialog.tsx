import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel, surfaceClass } from '../components';
import { useLanguage, useOwnership } from '../hooks';
import { localize } from '../pipeline/lib/localize';
import { FormSkeleton } from '../registrations/FormPage';
import { TypeGallery } from '../registrations/TypeGallery';
import { useScalephTranslation } from '../translation';
import { DataSourceCreateForm } from './DataSourceCreateForm';
import { useDataSourceTypes } from './useDataSourceTypes';

/** Makes a data source of one of some types without leaving the page. */
export const CreateDataSourceDialog = (props: {
  /** Names of the types that fit; with one of them there is nothing to choose. */
  types: string[];
  onCreated(name: string): void;
  onClose(): void;
}) => {
  const { onCreated, onClose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const types = useDataSourceTypes();
  const ownership = useOwnership();
  const [chosen, choose] = useState('');
  const fitting = (types.value ?? []).filter(it =>
    props.types.includes(it.type),
  );
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const type = fitting.find(it => it.type === chosen) ?? only;
  const title = type
    ? t('dataSources.newOf', { type: localize(type.title, language) })
    : t('dataSources.choose');
  const isReady = types.value && ownership;
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={open => !open && onClose()}
      width={960}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        {types.error && (
          <ErrorPanel
            title={t('dataSources.typesFailed')}
            error={types.error}
            onRetry={types.reload}
          />
        )}
        {!isReady && !types.error && <FormSkeleton />}
        {isReady && !type && <TypeGallery types={fitting} onChoose={choose} />}
        {isReady && type && (
          <DataSourceCreateForm
            key={type.type}
            type={type}
            owner={ownership.defaultOwner}
            onCreated={onCreated}
            onCancel={only ? onClose : () => choose('')}
          />
        )}
      </DialogBody>
      {!type && (
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            {t('common.action.cancel')}
          </Button>
        </DialogFooter>
      )}
    </Dialog>
  );
};

export default CreateDataSourceDialog;
