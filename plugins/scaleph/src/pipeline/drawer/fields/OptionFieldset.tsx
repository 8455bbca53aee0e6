import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useScalephTranslation } from '../../../translation';
import { FieldNote } from './FieldNote';
import type { OptionFieldTexts } from './useOptionField';
import { useDescription } from './useOptionField';
import classes from './rows.module.css';

/** The frame of an option that has several inputs. @internal */
export const OptionFieldset = (props: {
  texts: OptionFieldTexts;
  children: ReactNode;
}) => {
  const { texts, children } = props;
  const { t } = useScalephTranslation();
  const description = useDescription(texts);
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>
        {texts.label}
        {texts.isRequired && (
          <Text as="span" variant="body-small" color="secondary">
            {' '}
            ({t('common.required')})
          </Text>
        )}
      </legend>
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      {children}
      {texts.error && <FieldNote>{texts.error}</FieldNote>}
    </fieldset>
  );
};
