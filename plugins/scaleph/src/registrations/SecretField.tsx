import { Flex, PasswordField, Select, Text, TextField } from '@backstage/ui';
import type {
  RegistrationTypeInfo,
  SecretStatus,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useLanguage } from '../hooks';
import { localize } from '../pipeline/lib/localize';
import { useScalephTranslation } from '../translation';
import { emptySecretEdit, SecretEdit, SecretMode } from './lib/secretEdit';

type SecretInfo = RegistrationTypeInfo['secrets'][number];

/** The text for a secret that is stored: that it is set, or what it refers to. */
function useStoredText(status: SecretStatus | undefined): string {
  const { t } = useScalephTranslation();
  if (!status?.reference) return t('dataSources.secret.keepValue');
  return t('dataSources.secret.keepReference', {
    reference: status.reference,
  });
}

/** One secret: kept, typed, a reference, or none. It is never shown. */
export const SecretField = (props: {
  secret: SecretInfo;
  status: SecretStatus | undefined;
  value: SecretEdit;
  onChange(value: SecretEdit): void;
}) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const { secret, status, value, onChange } = props;
  const title = localize(secret.title, language);
  const storedText = useStoredText(status);

  const modes: SecretMode[] = ['value', 'environment', 'kubernetes'];
  if (status?.set) modes.unshift('keep');
  if (!secret.required) modes.push('none');
  const labels: Record<SecretMode, string> = {
    keep: storedText,
    value: status?.set
      ? t('dataSources.secret.replace')
      : t('dataSources.secret.value'),
    environment: t('dataSources.secret.environment'),
    kubernetes: t('dataSources.secret.kubernetes'),
    none: status?.set
      ? t('dataSources.secret.remove')
      : t('dataSources.secret.none'),
  };

  return (
    <Flex direction="column" gap="3" role="group" aria-label={title}>
      <Select
        size="small"
        label={title}
        secondaryLabel={secret.required ? t('common.required') : undefined}
        options={modes.map(id => ({ id, label: labels[id] }))}
        value={value.mode}
        onChange={mode => onChange(emptySecretEdit(mode as SecretMode))}
      />
      {value.mode === 'value' && (
        <PasswordField
          size="small"
          aria-label={title}
          placeholder={title}
          autoComplete="new-password"
          value={value.value}
          onChange={text => onChange({ mode: 'value', value: text })}
        />
      )}
      {value.mode === 'environment' && (
        <TextField
          size="small"
          label={t('dataSources.secret.variable')}
          description={t('dataSources.secret.variableHelp')}
          placeholder="SCALEPH_SECRET_WAREHOUSE"
          value={value.environment}
          onChange={environment =>
            onChange({ mode: 'environment', environment })
          }
        />
      )}
      {value.mode === 'kubernetes' && (
        <>
          {(['namespace', 'name', 'key'] as const).map(part => (
            <TextField
              key={part}
              size="small"
              label={t(`dataSources.secret.part.${part}`)}
              value={value[part]}
              onChange={text => onChange({ ...value, [part]: text })}
            />
          ))}
          <Text variant="body-small" color="secondary">
            {t('dataSources.secret.kubernetesHelp')}
          </Text>
        </>
      )}
    </Flex>
  );
};
