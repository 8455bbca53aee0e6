import {
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Text,
} from '@backstage/ui';
import type { RegistrationTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import {
  FormEvent,
  ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
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
import { FileFields } from './FileFields';
import { askedFields, isGiven, isWanted } from './lib/askedFields';
import { MetadataFields } from './MetadataFields';
import { SecretField } from './SecretField';
import { useAutomaticTest } from './useAutomaticTest';
import { ConnectionTestState } from './useConnectionTest';
import classes from './RegistrationForm.module.css';

/** What a field that is not as it should be looks like in the page. */
const INVALID =
  'input[aria-invalid="true"], textarea[aria-invalid="true"], [data-invalid] button';

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
  // How often it was sent while something was missing.
  const [refused, setRefused] = useState(0);
  const showErrors = refused > 0;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!refused) return;
    const field = form.current?.querySelector<HTMLElement>(INVALID);
    field?.focus({ preventScroll: true });
    field?.scrollIntoView?.({ block: 'center' });
  }, [refused]);

  const isReachable =
    isValidFor(type.schema, draft.config) && hasCompleteSecrets(type, draft);
  useAutomaticTest(
    JSON.stringify([draft.config, draft.secrets, draft.files]),
    isReachable,
    test,
  );
  const schema = useMemo(
    () => askedFields(type.schema, draft.config),
    [type.schema, draft.config],
  );
  const isAsked = (name: string) =>
    isWanted(type.schema, name, draft.config) || isGiven(draft, name);
  const changeConnection = (changes: Partial<RegistrationDraft>) => {
    test.clear();
    onChange({ ...draft, ...changes });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReachable && isCompleteDraft(type, draft)) props.onSave();
    else setRefused(count => count + 1);
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
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
            schema={schema}
            value={draft.config}
            showErrors={showErrors}
            onChange={config => changeConnection({ config })}
          />
          {type.secrets
            .filter(({ name }) => isAsked(name))
            .map(secret => (
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
          <FileFields
            files={filesOf(type).filter(({ name }) => isAsked(name))}
            stored={stored?.files}
            edits={draft.files}
            onChange={files => changeConnection({ files })}
          />
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
