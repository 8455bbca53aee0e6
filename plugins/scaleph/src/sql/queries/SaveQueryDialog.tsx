import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Switch,
  TextField,
} from '@backstage/ui';
import type {
  SqlPlace,
  SqlQuery,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FormEvent, useId, useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel, surfaceClass } from '../../components';
import { idempotencyKey } from '../../pipeline/lib/idempotencyKey';
import { useScalephTranslation } from '../../translation';

/** Saves the text under a title: as a new query, or over the one that is open. */
export const SaveQueryDialog = (props: {
  sql: string;
  place: SqlPlace;
  environment?: string;
  /** The query that is open, when it is one's own. */
  query?: SqlQuery;
  onSaved(query: SqlQuery): void;
  onClose(): void;
}) => {
  const { sql, place, environment, query, onSaved, onClose } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const formId = useId();
  const [title, setTitle] = useState(query?.title ?? '');
  const [isShared, setShared] = useState(query?.visibility === 'shared');
  const [error, setError] = useState<Error>();
  const [key] = useState(idempotencyKey);
  const [saving, setSaving] = useState(false);

  const save = async (asNew: boolean) => {
    const input = {
      title: title.trim(),
      sql,
      kind: place.kind,
      place: place.name,
      ...(environment && { environment }),
      visibility: isShared ? ('shared' as const) : ('private' as const),
    };
    setSaving(true);
    setError(undefined);
    try {
      onSaved(
        query && !asNew
          ? await api.updateSqlQuery(query.id, input, { ifMatch: query.etag })
          : await api.createSqlQuery(input, { idempotencyKey: key }),
      );
      onClose();
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setSaving(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) void save(false);
  };
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && !saving && onClose()}
      width={520}
    >
      <DialogHeader>{t('sql.save.dialog')}</DialogHeader>
      <DialogBody>
        <form id={formId} onSubmit={submit}>
          <Flex direction="column" gap="4">
            <TextField
              label={t('sql.save.name')}
              value={title}
              onChange={setTitle}
              maxLength={200}
              isRequired
              secondaryLabel={t('common.required')}
              validationBehavior="aria"
              autoComplete="off"
            />
            <Switch
              label={t('sql.save.shared')}
              isSelected={isShared}
              onChange={setShared}
            />
            {error && <ErrorPanel title={t('sql.save.failed')} error={error} />}
          </Flex>
        </form>
      </DialogBody>
      <DialogFooter>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          isDisabled={!title.trim() || saving}
        >
          {t('common.action.save')}
        </Button>
        {query && (
          <Button
            variant="secondary"
            isDisabled={!title.trim() || saving}
            onPress={() => save(true)}
          >
            {t('sql.save.asNew')}
          </Button>
        )}
        <Button variant="secondary" isDisabled={saving} onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
