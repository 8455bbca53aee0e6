import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  DataSource,
  DataSourceTypeInfo,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useApiResource, useNotify } from '../hooks';
import { useNavigate, useParams } from '../lib/router';
import { dataSourcesRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { ConflictNotice } from '../registrations/ConflictNotice';
import { RegistrationForm } from '../registrations/RegistrationForm';
import { FormPage, FormSkeleton } from '../registrations/FormPage';
import {
  toRegistrationInput,
  toDraft,
  toFileInputs,
  toSecretInputs,
} from '../registrations/lib/registrationDraft';
import { useConnectionTest } from '../registrations/useConnectionTest';

const isConflict = (error: Error) =>
  error instanceof ScalephApiError && error.statusCode === 412;

const EditForm = (props: {
  type: DataSourceTypeInfo;
  stored: DataSource;
  onReload(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const listHref = useRouteRef(dataSourcesRouteRef)();
  const { type, stored, onReload } = props;
  const { name } = stored;
  const [draft, setDraft] = useState(() => toDraft(type, stored, stored.owner));
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const test = useConnectionTest(signal => {
    const secrets = toSecretInputs(draft, stored);
    const files = toFileInputs(draft, stored);
    const isStored =
      !secrets &&
      !files &&
      JSON.stringify(draft.config) === JSON.stringify(stored.config);
    // A test of the stored form is remembered with it.
    const body = isStored ? {} : { config: draft.config, secrets, files };
    return api.testDataSource(name, body, { signal });
  });

  const save = async (ifMatch: string) => {
    setSaving(true);
    setError(undefined);
    try {
      const input = toRegistrationInput(type, draft, stored);
      await api.updateDataSource(name, input, { ifMatch });
      notify({
        title: t('dataSources.form.saved', { name }),
        status: 'success',
      });
      navigate(listHref);
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
      setSaving(false);
    }
  };

  let notice;
  if (error && isConflict(error)) {
    notice = (
      <ConflictNotice
        title={t('dataSources.conflict.title', { name })}
        onReload={onReload}
        onOverwrite={() => save('*')}
      />
    );
  } else if (error) {
    const title = t('dataSources.form.notSaved', { name });
    notice = <ErrorPanel title={title} error={error} />;
  }

  return (
    <RegistrationForm
      type={type}
      stored={stored}
      draft={draft}
      onChange={setDraft}
      test={test}
      isSaving={isSaving}
      onSave={() => save(stored.etag)}
      cancelHref={listHref}
      notice={notice}
    />
  );
};

/** Edits a stored data source; its secrets are never shown. */
export const EditDataSourcePage = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { name = '' } = useParams();
  const resource = useApiResource(
    async signal => {
      const [stored, types] = await Promise.all([
        api.getDataSource(name, { signal }),
        api.listDataSourceTypes({ signal }),
      ]);
      const type = types.items.find(it => it.type === stored.type);
      if (!type) {
        throw new Error(t('dataSources.typeGone', { name, type: stored.type }));
      }
      return { stored, type };
    },
    [api, name],
  );
  const { value, error, reload } = resource;
  return (
    <FormPage
      title={t('dataSources.edit', { name: value?.stored.title ?? name })}
      icon={value?.type.icon}
    >
      {error && !value && (
        <ErrorPanel
          title={t('dataSources.loadOneFailed', { name })}
          error={error}
          onRetry={reload}
        />
      )}
      {!error && !value && <FormSkeleton />}
      {value && (
        <EditForm key={value.stored.etag} {...value} onReload={reload} />
      )}
    </FormPage>
  );
};
