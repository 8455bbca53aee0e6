import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { DataSourceTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { useRef, useState } from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useLanguage, useOwnership, useUrlState, useNotify } from '../hooks';
import { useNavigate } from '../lib/router';
import { idempotencyKey } from '../pipeline/lib/idempotencyKey';
import { localize } from '../pipeline/lib/localize';
import { dataSourcesRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { RegistrationForm } from '../registrations/RegistrationForm';
import { FormPage, FormSkeleton } from '../registrations/FormPage';
import {
  toRegistrationInput,
  toDraft,
  toSecretInputs,
} from '../registrations/lib/registrationDraft';
import { TypeGallery } from '../registrations/TypeGallery';
import { useConnectionTest } from '../registrations/useConnectionTest';
import { useDataSourceTypes } from './useDataSourceTypes';

const CreateForm = (props: { type: DataSourceTypeInfo; owner: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const listHref = useRouteRef(dataSourcesRouteRef)();
  const { type, owner } = props;
  const [draft, setDraft] = useState(() => toDraft(type, undefined, owner));
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const key = useRef({ body: '', key: '' });
  const test = useConnectionTest(signal =>
    api.testDataSourceConfig(
      type.type,
      { config: draft.config, secrets: toSecretInputs(draft, undefined) },
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
      navigate(listHref);
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
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
      cancelHref={listHref}
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

/** A gallery of types, then the form of the chosen one; the URL keeps which. */
export const CreateDataSourcePage = () => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const types = useDataSourceTypes();
  const ownership = useOwnership();
  const [chosen, choose] = useUrlState({ type: '' });
  const type = types.value?.find(it => it.type === chosen.type);

  if (types.error) {
    return (
      <FormPage title={t('dataSources.new')}>
        <ErrorPanel
          title={t('dataSources.typesFailed')}
          error={types.error}
          onRetry={types.reload}
        />
      </FormPage>
    );
  }
  if (!types.value || !ownership) {
    return (
      <FormPage title={t('dataSources.new')}>
        <FormSkeleton />
      </FormPage>
    );
  }
  if (!type) {
    return (
      <FormPage title={t('dataSources.choose')}>
        <TypeGallery
          types={types.value}
          onChoose={name => choose({ type: name }, { push: true })}
        />
      </FormPage>
    );
  }
  const title = t('dataSources.newOf', {
    type: localize(type.title, language),
  });
  return (
    <FormPage title={title} icon={type.icon}>
      <CreateForm key={type.type} type={type} owner={ownership.defaultOwner} />
    </FormPage>
  );
};
