import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { DataSourceTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { useRef, useState } from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useNotify } from '../hooks';
import { idempotencyKey } from '../pipeline/lib/idempotencyKey';
import {
  toDraft,
  toFileInputs,
  toRegistrationInput,
  toSecretInputs,
} from '../registrations/lib/registrationDraft';
import { RegistrationForm } from '../registrations/RegistrationForm';
import { useConnectionTest } from '../registrations/useConnectionTest';
import { useScalephTranslation } from '../translation';

/** The form of a new data source of a type, with its test; on a page or in a dialog. */
export const DataSourceCreateForm = (props: {
  type: DataSourceTypeInfo;
  owner: string;
  onCreated(name: string): void;
  /** Where leaving the form leads to; or `onCancel`. */
  cancelHref?: string;
  onCancel?(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const { type, owner } = props;
  const [draft, setDraft] = useState(() => toDraft(type, undefined, owner));
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const key = useRef({ body: '', key: '' });
  const test = useConnectionTest(signal =>
    api.testDataSourceConfig(
      type.type,
      {
        config: draft.config,
        secrets: toSecretInputs(draft, undefined),
        files: toFileInputs(draft, undefined),
      },
      { signal },
    ),
  );

  const save = async () => {
    const input = toRegistrationInput(type, draft, undefined);
    const body = JSON.stringify(input);
    if (key.current.body !== body) {
      key.current = { body, key: idempotencyKey() };
    }
    setSaving(true);
    setError(undefined);
    try {
      await api.createDataSource(input, { idempotencyKey: key.current.key });
      notify({
        title: t('dataSources.form.created', { name: draft.name }),
        status: 'success',
      });
      props.onCreated(draft.name);
    } catch (cause) {
      setError(toError(cause));
      setSaving(false);
    }
  };

  return (
    <RegistrationForm
      type={type}
      draft={draft}
      onChange={setDraft}
      test={test}
      isSaving={isSaving}
      onSave={save}
      cancelHref={props.cancelHref}
      onCancel={props.onCancel}
      notice={
        error && (
          <ErrorPanel
            title={t('dataSources.form.notCreated', { name: draft.name })}
            error={error}
          />
        )
      }
    />
  );
};
