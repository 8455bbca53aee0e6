import { Flex, TextField } from '@backstage/ui';
import { EntityRefField } from '../components';
import { isName, NAME_LIMIT, parseTags } from '../lib/names';
import { useScalephTranslation } from '../translation';
import { RegistrationDraft } from './lib/registrationDraft';

/** What the catalog shows of a data source or target: name, owner, System and so on. */
export const MetadataFields = (props: {
  draft: RegistrationDraft;
  /** The name is the identity of a stored one. */
  isNameFixed: boolean;
  /** Shows what is missing, too; before, only what was typed and is wrong. */
  showErrors: boolean;
  onChange(changes: Partial<RegistrationDraft>): void;
}) => {
  const { t } = useScalephTranslation();
  const { draft, isNameFixed, showErrors, onChange } = props;
  const required = t('common.required');
  return (
    <Flex direction="column" gap="4">
      <TextField
        size="small"
        label={t('dataSources.field.name')}
        description={
          isNameFixed
            ? t('dataSources.field.nameFixed')
            : t('dataSources.field.nameHelp')
        }
        secondaryLabel={required}
        isReadOnly={isNameFixed}
        isRequired
        validate={name => {
          if (name === '')
            return showErrors ? t('common.field.required') : null;
          return isName(name) ? null : t('common.field.pattern');
        }}
        validationBehavior="aria"
        maxLength={NAME_LIMIT}
        autoComplete="off"
        value={draft.name}
        onChange={name => onChange({ name })}
      />
      <TextField
        size="small"
        label={t('dataSources.field.title')}
        maxLength={200}
        value={draft.title}
        onChange={title => onChange({ title })}
      />
      <TextField
        size="small"
        label={t('dataSources.field.description')}
        maxLength={2000}
        value={draft.description}
        onChange={description => onChange({ description })}
      />
      <EntityRefField
        label={t('dataSources.field.owner')}
        kinds={['group', 'user']}
        isRequired
        value={draft.owner}
        onChange={owner => onChange({ owner })}
      />
      <EntityRefField
        label={t('dataSources.field.system')}
        kinds={['system']}
        value={draft.system}
        onChange={system => onChange({ system })}
      />
      <TextField
        size="small"
        label={t('dataSources.field.tags')}
        description={t('dataSources.field.tagsHelp')}
        validate={tags => (parseTags(tags) ? null : t('common.field.pattern'))}
        validationBehavior="aria"
        value={draft.tags}
        onChange={tags => onChange({ tags })}
      />
    </Flex>
  );
};
