import { Button, Text } from '@backstage/ui';
import { ErrorText } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { OptionLayout } from '../lib/optionLayout';
import classes from './OptionList.module.css';

type Unused = OptionLayout['unused'][number];

/** Options that are set but do not count as the others are: kept, until somebody removes them. @internal */
export const UnusedOptions = (props: {
  unused: Unused[];
  options: Record<string, unknown>;
  /** What is wrong with an option that does not even count. */
  errorOf(name: string): string | undefined;
  titleOf(name: string): string;
  readOnly: boolean;
  onRemove(name: string): void;
}) => {
  const { unused, options, errorOf, titleOf, readOnly, onRemove } = props;
  const { t } = useScalephTranslation();
  if (!unused.length) return null;
  const why = ({ reason }: Unused) => {
    switch (reason.type) {
      case 'need':
        return t('nodeForm.unused.need', {
          title: titleOf(reason.option),
          values: reason.values.map(String).join(', '),
        });
      case 'choice':
        return t('nodeForm.unused.choice', { title: titleOf(reason.active) });
      default:
        return t('nodeForm.unused.connection');
    }
  };
  return (
    <section className={classes.list} aria-label={t('nodeForm.unused.title')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('nodeForm.unused.title')}
      </Text>
      {unused.map(it => (
        <div key={it.name} className={classes.entry}>
          <div className={classes.words}>
            <code>
              {it.name}: {JSON.stringify(options[it.name])}
            </code>
            <Text as="p" variant="body-small" color="secondary">
              {why(it)}
            </Text>
            {errorOf(it.name) && (
              <Text as="p" variant="body-small">
                <ErrorText>{errorOf(it.name)}</ErrorText>
              </Text>
            )}
          </div>
          {!readOnly && (
            <Button
              size="small"
              variant="secondary"
              aria-label={t('nodeForm.removeOption', { name: it.name })}
              onPress={() => onRemove(it.name)}
            >
              {t('nodeForm.remove')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
};
