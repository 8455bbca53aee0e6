import {
  ButtonIcon,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiArrowGoBackLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useScalephTranslation } from '../../../translation';
import type { LayoutItem } from '../../lib/optionLayout';
import { useLayoutItems, useOptionContext } from './OptionContext';
import classes from './LayoutItems.module.css';

function useTitle(): (name: string) => string {
  const { schema } = useOptionContext();
  return name => schema.properties?.[name]?.title || name;
}

/** An option with its way back to the default. */
const OneOption = (props: { name: string; children: ReactNode }) => {
  const { name, children } = props;
  const { t } = useScalephTranslation();
  const { required, options, readOnly, onReset } = useOptionContext();
  const titleOf = useTitle();
  const canReset = !readOnly && name in options && !required.includes(name);
  return (
    <div className={classes.option} data-option={name}>
      {children}
      {canReset && (
        <span className={classes.reset}>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiArrowGoBackLine size={14} />}
            aria-label={t('nodeForm.reset', { title: titleOf(name) })}
            onPress={() => onReset(name)}
          />
        </span>
      )}
    </div>
  );
};

/** Exactly one of some options; the switch says which. */
const Choice = (props: {
  item: Extract<LayoutItem, { type: 'choice' }>;
  children: ReactNode;
}) => {
  const { names, active } = props.item;
  const { t } = useScalephTranslation();
  const { readOnly, onChoose } = useOptionContext();
  const titleOf = useTitle();
  return (
    <div className={classes.choice}>
      <ToggleButtonGroup
        aria-label={t('nodeForm.choice', {
          titles: names.map(titleOf).join(', '),
        })}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={readOnly}
        selectedKeys={[active]}
        onSelectionChange={keys => {
          const [next] = [...keys];
          if (next !== undefined) onChoose(names, String(next));
        }}
      >
        {names.map(name => (
          <ToggleButton key={name} id={name} size="small">
            {titleOf(name)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {props.children}
    </div>
  );
};

const Item = (props: {
  item: LayoutItem;
  contents: ReadonlyMap<string, ReactNode>;
}) => {
  const { item, contents } = props;
  const { t } = useScalephTranslation();
  const { options } = useOptionContext();
  if (item.type === 'choice') {
    return (
      <Choice item={item}>
        <OneOption name={item.active}>{contents.get(item.active)}</OneOption>
      </Choice>
    );
  }
  if (item.type === 'option') {
    return <OneOption name={item.name}>{contents.get(item.name)}</OneOption>;
  }
  const given = item.names.filter(it => it in options).length;
  const isHalf = given > 0 && given < item.names.length;
  return (
    <div
      className={classes.bundle}
      role="group"
      aria-label={t('nodeForm.bundle')}
    >
      <Text
        as="p"
        variant="body-small"
        color={isHalf ? 'danger' : 'secondary'}
        className={classes.note}
      >
        {isHalf ? t('nodeForm.bundleHalf') : t('nodeForm.bundle')}
      </Text>
      {item.names.map(name => (
        <OneOption key={name} name={name}>
          {contents.get(name)}
        </OneOption>
      ))}
    </div>
  );
};

/** The options of a section, those that belong together as one. @internal */
export const LayoutItems = (props: {
  contents: ReadonlyMap<string, ReactNode>;
}) => {
  const items = useLayoutItems();
  return (
    <div className={classes.items}>
      {items.map(item => (
        <Item
          key={item.type === 'option' ? item.name : item.names.join(' ')}
          item={item}
          contents={props.contents}
        />
      ))}
    </div>
  );
};
