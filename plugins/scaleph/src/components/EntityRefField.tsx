import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useCatalogOptions } from '../hooks';
import { useScalephTranslation } from '../translation';

const NONE = '';

/** Chooses an entity of the catalog, or none where it is not required. */
export const EntityRefField = (props: {
  label: string;
  kinds: string[];
  /** A full entity ref, or empty. */
  value: string;
  onChange(ref: string): void;
  isRequired?: boolean;
  description?: string;
}) => {
  const { t } = useScalephTranslation();
  const { value: entities = [], loading } = useCatalogOptions(props.kinds);
  const { value, isRequired } = props;
  const options = useMemo(() => {
    const known = entities.some(entity => entity.id === value);
    // Kept even where the catalog does not know it (any more).
    const current = value && !known ? [{ id: value, label: value }] : [];
    const none = isRequired ? [] : [{ id: NONE, label: t('common.none') }];
    return [...none, ...current, ...entities];
  }, [entities, value, isRequired, t]);

  return (
    <Select
      label={props.label}
      description={props.description}
      isRequired={isRequired}
      secondaryLabel={isRequired ? t('common.required') : undefined}
      options={options}
      search={{ placeholder: t('common.search') }}
      loading={loading ? { state: 'loading' } : undefined}
      placeholder={t('common.choose')}
      value={value || (isRequired ? null : NONE)}
      onChange={key => props.onChange(key === null ? NONE : String(key))}
    />
  );
};
