import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { EntityRefField } from '../../components';
import { useScalephTranslation } from '../../translation';
import { setMetadata } from '../lib/editMetadata';
import readable from '../readable.module.css';

const OWNERS = ['group', 'user'];
const SYSTEMS = ['system'];

type Values = Record<
  'title' | 'description' | 'owner' | 'system' | 'tags',
  string
>;

function valuesOf({ metadata }: PipelineDocument): Values {
  return {
    title: metadata.title ?? '',
    description: metadata.description ?? '',
    owner: metadata.owner,
    system: metadata.system ?? '',
    tags: (metadata.tags ?? []).join(', '),
  };
}

/** Edits what the catalog shows of the pipeline. @internal */
export const SettingsDialog = (props: {
  isOpen: boolean;
  document: PipelineDocument;
  readOnly: boolean;
  onEdit(document: PipelineDocument): void;
  onClose(): void;
}) => {
  const { isOpen, document, readOnly, onEdit, onClose } = props;
  const { t } = useScalephTranslation();
  const [values, setValues] = useState(() => valuesOf(document));
  useEffect(() => {
    if (isOpen) {
      setValues(valuesOf(document));
    }
    // Only when it opens: what is typed is not replaced while it is typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);
  const set = (field: keyof Values) => (value: string) =>
    setValues(current => ({ ...current, [field]: value }));
  const text = (field: keyof Values) => ({
    label: t(`pipeline.settings.${field}`),
    isReadOnly: readOnly,
    value: values[field],
    onChange: set(field),
  });
  const entity = (field: 'owner' | 'system', kinds: string[]) => ({
    label: t(`pipeline.settings.${field}`),
    kinds,
    value: values[field],
    onChange: set(field),
  });

  const apply = () => {
    const tags = values.tags.split(/[\s,，]+/).filter(Boolean);
    onEdit(
      setMetadata(document, {
        title: values.title.trim(),
        description: values.description.trim(),
        owner: values.owner.trim(),
        system: values.system.trim(),
        tags: tags.length || document.metadata.tags ? tags : undefined,
      }),
    );
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={520}
    >
      <DialogHeader>{t('pipeline.settings.heading')}</DialogHeader>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          <TextField {...text('title')} />
          {readOnly ? (
            <>
              <TextField {...text('owner')} />
              <TextField {...text('system')} />
            </>
          ) : (
            <>
              <EntityRefField {...entity('owner', OWNERS)} isRequired />
              <EntityRefField {...entity('system', SYSTEMS)} />
            </>
          )}
          <TextField
            {...text('tags')}
            description={t('pipeline.settings.tagsHelp')}
          />
          <TextAreaField {...text('description')} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!readOnly && (
          <Button
            variant="primary"
            isDisabled={!values.owner.trim()}
            onPress={apply}
          >
            {t('pipeline.settings.apply')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {readOnly ? t('common.action.close') : t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
