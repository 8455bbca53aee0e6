import { Button, Combobox, Text } from '@backstage/ui';
import type { KeyboardEvent } from 'react';
import { useScalephTranslation } from '../../../translation';
import type { PickChoice } from '../../lib/objectChoices';
import type { OptionPick } from '../../lib/optionPick';
import { FieldNote } from './FieldNote';
import type { PickChoices } from './usePickChoices';
import { usePickChoices } from './usePickChoices';

/** @internal */
export interface PickInputProps {
  pick: OptionPick;
  label: string;
  isLabelHidden?: boolean;
  secondaryLabel?: string;
  description?: string;
  placeholder?: string;
  isRequired?: boolean;
  error?: string;
  value: string;
  onChange(text: string): void;
  /** Something was chosen from the list, not typed. */
  onChoose?(choice: string): void;
  onKeyDown?(event: KeyboardEvent): void;
  onFocus?(): void;
  onBlur?(): void;
}

// Of thousands of tables a list shows the first that fit.
const SHOWN = 100;
const NOTHING = '\u0000nothing';

function fitting(choices: PickChoice[], text: string, all: boolean) {
  const typed = text.trim().toLocaleLowerCase();
  const found = all
    ? choices
    : choices.filter(it => it.label.toLocaleLowerCase().includes(typed));
  return found.slice(0, SHOWN);
}

const Note = (props: { pick: OptionPick; found: PickChoices }) => {
  const { pick, found } = props;
  const { t } = useScalephTranslation();
  if (found.error) {
    return (
      <>
        <FieldNote severity="warning">
          {t('nodeForm.pick.failed', { reason: found.error.message })}
        </FieldNote>
        <Button size="small" variant="tertiary" onPress={found.reload}>
          {t('nodeForm.pick.retry')}
        </Button>
      </>
    );
  }
  return pick.from === 'objects' && found.truncated ? (
    <Text as="p" variant="body-small" color="secondary">
      {t('nodeForm.pick.more')}
    </Text>
  ) : null;
};

/** A text that can be chosen from what there is; anything else can be typed. @internal */
export const PickInput = (props: PickInputProps) => {
  const { pick, label, isLabelHidden, error, value, onChange } = props;
  const { t } = useScalephTranslation();
  const found = usePickChoices(pick, value);
  const shown = fitting(found.choices, value, false);
  // A name that is complete is no reason to hide the others.
  const isComplete = found.choices.some(it => it.id === value);
  const options = isComplete ? fitting(found.choices, value, true) : shown;
  const typed = value.trim();
  // Said in the list: the component's own words are in English only.
  const nothing: PickChoice & { disabled?: boolean } = typed
    ? { id: value, label: typed, description: t('nodeForm.pick.asTyped') }
    : { id: NOTHING, label: t('nodeForm.pick.nothing'), disabled: true };
  return (
    <div>
      <Combobox
        size="small"
        {...(isLabelHidden ? { 'aria-label': label } : { label })}
        secondaryLabel={props.secondaryLabel}
        description={props.description}
        placeholder={props.placeholder}
        isRequired={props.isRequired}
        isInvalid={error !== undefined}
        allowsCustomValue
        // Who goes through the form by Tab is not stopped by lists.
        menuTrigger="input"
        options={options.length || found.loading ? options : [nothing]}
        loading={
          found.loading && !options.length ? { state: 'loading' } : undefined
        }
        search={{ mode: 'server', inputValue: value, onInputChange: onChange }}
        onChange={key => {
          if (key === null) return;
          if (props.onChoose) props.onChoose(String(key));
          else onChange(String(key));
        }}
        onKeyDown={props.onKeyDown}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
      />
      {error && <FieldNote>{error}</FieldNote>}
      <Note pick={pick} found={found} />
    </div>
  );
};
