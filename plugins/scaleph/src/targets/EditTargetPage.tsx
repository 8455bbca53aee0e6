import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Alert } from '@backstage/ui';
import {
  RegistrationTypeInfo,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useApiResource, useNotify } from '../hooks';
import { useNavigate, useParams } from '../lib/router';
import { ConflictNotice } from '../registrations/ConflictNotice';
import { FormPage, FormSkeleton } from '../registrations/FormPage';
import {
  toDraft,
  toRegistrationInput,
  toSecretInputs,
} from '../registrations/lib/registrationDraft';
import { RegistrationForm } from '../registrations/RegistrationForm';
import { useConnectionTest } from '../registrations/useConnectionTest';
import { targetsRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import {
  isRegistered,
  RegisteredTarget,
  registrationOf,
} from './lib/registrationOf';

const isConflict = (error: Error) =>
  error instanceof ScalephApiError && error.statusCode === 412;

const EditForm = (props: {
  type: RegistrationTypeInfo;
  target: RegisteredTarget;
  onReload(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const listHref = useRouteRef(targetsRouteRef)();
  const { type, target, onReload } = props;
  const { name } = target;
  const stored = registrationOf(target);
  const [draft, setDraft] = useState(() => toDraft(type, stored, stored.owner));
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const test = useConnectionTest(signal => {
    const secrets = toSecretInputs(draft, stored);
    const isStored =
      !secrets &&
      JSON.stringify(draft.config) === JSON.stringify(stored.config);
    // A test of the stored form is remembered with it.
    const body = isStored ? {} : { config: draft.config, secrets };
    return api.testTarget(name, body, { signal });
  });

  const save = async (ifMatch: string) => {
    setSaving(true);
    setError(undefined);
    try {
      const input = toRegistrationInput(type, draft, stored);
      const { warnings = [] } = await api.updateTarget(name, input, {
        ifMatch,
      });
      notify({ title: t('targets.form.saved', { name }), status: 'success' });
      for (const title of warnings) notify({ title, status: 'warning' });
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
        title={t('targets.form.conflict', { name })}
        onReload={onReload}
        onOverwrite={() => save('*')}
      />
    );
  } else if (error) {
    const title = t('targets.form.notSaved', { name });
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
      onSave={() => save(target.registered.etag)}
      cancelHref={listHref}
      notice={notice}
    />
  );
};

/** Edits a registered target; its secrets are never shown. */
export const EditTargetPage = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { name = '' } = useParams();
  const { value, error, reload } = useApiResource(
    async signal => {
      const [target, types] = await Promise.all([
        api.getTarget(name, { signal }),
        api.listTargetTypes({ signal }),
      ]);
      if (!isRegistered(target) || target.registered.readOnly) {
        return { target };
      }
      const { type: typeName } = target.registered;
      const type = types.items.find(it => it.type === typeName);
      if (!type) {
        throw new Error(t('targets.typeGone', { name, type: typeName }));
      }
      return { target, type };
    },
    [api, name],
  );
  return (
    <FormPage
      title={t('targets.edit', { name: value?.target.title ?? name })}
      icon={value?.type?.icon}
    >
      {error && !value && (
        <ErrorPanel
          title={t('targets.loadOneFailed', { name })}
          error={error}
          onRetry={reload}
        />
      )}
      {!error && !value && <FormSkeleton />}
      {value && !value.type && (
        <Alert icon status="info" title={t('targets.configuredHelp')} />
      )}
      {value?.type && isRegistered(value.target) && (
        <EditForm
          key={value.target.registered.etag}
          type={value.type}
          target={value.target}
          onReload={reload}
        />
      )}
    </FormPage>
  );
};
