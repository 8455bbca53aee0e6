import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { RegistrationTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { useRef, useState } from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useLanguage, useNotify, useOwnership, useUrlState } from '../hooks';
import { useNavigate } from '../lib/router';
import { idempotencyKey } from '../pipeline/lib/idempotencyKey';
import { localize } from '../pipeline/lib/localize';
import { FormPage, FormSkeleton } from '../registrations/FormPage';
import {
  toDraft,
  toRegistrationInput,
  toSecretInputs,
} from '../registrations/lib/registrationDraft';
import { RegistrationForm } from '../registrations/RegistrationForm';
import { TypeGallery } from '../registrations/TypeGallery';
import { useConnectionTest } from '../registrations/useConnectionTest';
import { targetsRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { useTargetTypes } from './useTargetTypes';

const CreateForm = (props: { type: RegistrationTypeInfo; owner: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const listHref = useRouteRef(targetsRouteRef)();
  const { type, owner } = props;
  const [draft, setDraft] = useState(() => toDraft(type, undefined, owner));
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const key = useRef({ body: '', key: '' });
  const { name } = draft;
  const test = useConnectionTest(signal =>
    api.testTargetConfig(
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
      const { warnings = [] } = await api.createTarget(input, {
        idempotencyKey: key.current.key,
      });
      notify({ title: t('targets.form.created', { name }), status: 'success' });
      for (const title of warnings) notify({ title, status: 'warning' });
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
            title={t('targets.form.notCreated', { name })}
            error={error}
          />
        )
      }
    />
  );
};

/** A gallery of types, then the form of the chosen one; the URL keeps which. One type needs no gallery. */
export const CreateTargetPage = () => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const types = useTargetTypes();
  const ownership = useOwnership();
  const [chosen, choose] = useUrlState({ type: '' });
  const type =
    types.value?.length === 1
      ? types.value[0]
      : types.value?.find(it => it.type === chosen.type);

  if (types.error) {
    return (
      <FormPage title={t('targets.new')}>
        <ErrorPanel
          title={t('targets.typesFailed')}
          error={types.error}
          onRetry={types.reload}
        />
      </FormPage>
    );
  }
  if (!types.value || !ownership) {
    return (
      <FormPage title={t('targets.new')}>
        <FormSkeleton />
      </FormPage>
    );
  }
  if (!type) {
    return (
      <FormPage title={t('targets.choose')}>
        <TypeGallery
          types={types.value}
          onChoose={it => choose({ type: it }, { push: true })}
        />
      </FormPage>
    );
  }
  const title = t('targets.newOf', { type: localize(type.title, language) });
  return (
    <FormPage title={title} icon={type.icon}>
      <CreateForm key={type.type} type={type} owner={ownership.defaultOwner} />
    </FormPage>
  );
};
