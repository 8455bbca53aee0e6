import {
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Text,
} from '@backstage/ui';
import type { RegistrationTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { FormEvent, ReactNode, useState } from 'react';
import { ErrorPanel, ErrorText } from '../components';
import { isValidFor, SchemaForm } from '../components/schemaForm/SchemaForm';
import { useScalephTranslation } from '../translation';
import { ConnectionTestResult } from './ConnectionTestResult';
import {
  RegistrationDraft,
  filesOf,
  hasCompleteSecrets,
  isCompleteDraft,
  Registration,
} from './lib/registrationDraft';
import { emptySecretEdit } from './lib/secretEdit';
import { FileField } from './FileField';
import { MetadataFields } from './MetadataFields';
import { SecretField } from './SecretField';
import { useAutomaticTest } from './useAutomaticTest';
import { ConnectionTestState } from './useConnectionTest';
import classes from './RegistrationForm.module.css';

export interface RegistrationFormProps {
  type: RegistrationTypeInfo;
  /** The stored one while it is edited. */
  stored?: Registration;
  draft: RegistrationDraft;
  onChange(draft: RegistrationDraft): void;
  test: ConnectionTestState;
  isSaving: boolean;
  onSave(): void;
  /** Where leaving the form leads to; or `onCancel`. */
  cancelHref?: string;
  onCancel?(): void;
  /** Why saving failed, or a choice to make. */
  notice?: ReactNode;
}

/** Who it is, where it points, its secrets; test and save. */
export const RegistrationForm = (props: RegistrationFormProps) => {
  const { t } = useScalephTranslation();
  const { type, stored, draft, onChange, test } = props;
  const [showErrors, setShowErrors] = useState(false);

  const isReachable =
    isValidFor(type.schema, draft.config) && hasCompleteSecrets(type, draft);
  useAutomaticTest(
    JSON.stringify([draft.config, draft.secrets, draft.files]),
    isReachable,
    test,
  );
  const changeConnection = (changes: Partial<RegistrationDraft>) => {
    test.clear();
    onChange({ ...draft, ...changes });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShowErrors(true);
    if (isReachable && isCompleteDraft(type, draft)) props.onSave();
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Card>
        <CardHeader>
          <Text as="h2" weight="bold">
            {t('dataSources.form.about')}
          </Text>
        </CardHeader>
        <CardBody>
          <MetadataFields
            draft={draft}
            isNameFixed={stored !== undefined}
            showErrors={showErrors}
            onChange={changes => onChange({ ...draft, ...changes })}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader>
          <Text as="h2" weight="bold">
            {t('dataSources.form.connection')}
          </Text>
        </CardHeader>
        <CardBody className={classes.part}>
          <SchemaForm
            schema={type.schema}
            value={draft.config}
            showErrors={showErrors}
            onChange={config => changeConnection({ config })}
          />
          {type.secrets.map(secret => (
            <SecretField
              key={secret.name}
              secret={secret}
              status={stored?.secrets[secret.name]}
              value={draft.secrets[secret.name] ?? emptySecretEdit('none')}
              onChange={edit =>
                changeConnection({
                  secrets: { ...draft.secrets, [secret.name]: edit },
                })
              }
            />
          ))}
          {filesOf(type).map(file => (
            <FileField
              key={file.name}
              file={file}
              status={stored?.files?.[file.name]}
              value={draft.files[file.name] ?? { mode: 'none' }}
              onChange={edit =>
                changeConnection({
                  files: { ...draft.files, [file.name]: edit },
                })
              }
            />
          ))}
        </CardBody>
      </Card>
      <div className={classes.bar}>
        {test.test && <ConnectionTestResult test={test.test} />}
        {test.error && (
          <ErrorPanel title={t('dataSources.test.failed')} error={test.error} />
        )}
        {props.notice}
        {showErrors && !(isReachable && isCompleteDraft(type, draft)) && (
          <Text role="alert">
            <ErrorText>{t('dataSources.form.incomplete')}</ErrorText>
          </Text>
        )}
        <div className={classes.buttons}>
          <Button type="submit" variant="primary" isDisabled={props.isSaving}>
            {t('common.action.save')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!isReachable || test.isRunning}
            onPress={test.run}
          >
            {test.isRunning
              ? t('dataSources.test.running')
              : t('dataSources.test.button')}
          </Button>
          {props.cancelHref && (
            <ButtonLink variant="tertiary" href={props.cancelHref}>
              {t('common.action.cancel')}
            </ButtonLink>
          )}
          {props.onCancel && (
            <Button variant="tertiary" onPress={props.onCancel}>
              {t('common.action.cancel')}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
};
