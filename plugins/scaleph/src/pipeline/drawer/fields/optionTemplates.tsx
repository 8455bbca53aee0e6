import { Button, ButtonIcon, Flex, Text } from '@backstage/ui';
import type {
  ArrayFieldTemplateProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiCloseLine,
} from '@remixicon/react';
import { templates } from '../../../components/schemaForm/templates';
import { useScalephTranslation } from '../../../translation';
import { LayoutItems } from './LayoutItems';
import classes from './rows.module.css';

const ObjectFieldTemplate = (props: ObjectFieldTemplateProps) => {
  const { title, description, properties, idSchema } = props;
  // The outermost object is the form itself: laid out by the rules between
  // its options.
  if (!idSchema.$id.includes('.')) {
    const contents = new Map(properties.map(it => [it.name, it.content]));
    return <LayoutItems contents={contents} />;
  }
  return (
    <fieldset className={classes.field}>
      {title && <legend className={classes.legend}>{title}</legend>}
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      <Flex direction="column" gap="3">
        {properties.map(({ name, content }) => (
          <div key={name}>{content}</div>
        ))}
      </Flex>
    </fieldset>
  );
};

/** A list of things with parts: each a small form of its own. */
const ArrayFieldTemplate = (props: ArrayFieldTemplateProps) => {
  const { title, schema, items, canAdd, readonly, onAddClick } = props;
  const { t } = useScalephTranslation();
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>{title}</legend>
      {schema.description && (
        <Text as="p" variant="body-small" color="secondary">
          {schema.description}
        </Text>
      )}
      <ol className={classes.items}>
        {items.map(item => {
          const name = `${title} ${item.index + 1}`;
          return (
            <li key={item.key} className={classes.item}>
              <div className={classes.itemHead}>
                <Text as="span" variant="body-small" color="secondary">
                  {item.index + 1}
                </Text>
                {!readonly && (
                  <span className={classes.moves}>
                    <ButtonIcon
                      size="small"
                      variant="tertiary"
                      icon={<RiArrowUpLine />}
                      aria-label={t('nodeForm.schema.up', { name })}
                      isDisabled={!item.hasMoveUp}
                      onPress={() =>
                        item.onReorderClick(item.index, item.index - 1)()
                      }
                    />
                    <ButtonIcon
                      size="small"
                      variant="tertiary"
                      icon={<RiArrowDownLine />}
                      aria-label={t('nodeForm.schema.down', { name })}
                      isDisabled={!item.hasMoveDown}
                      onPress={() =>
                        item.onReorderClick(item.index, item.index + 1)()
                      }
                    />
                    <ButtonIcon
                      size="small"
                      variant="tertiary"
                      icon={<RiCloseLine />}
                      aria-label={t('nodeForm.removeEntry', { name })}
                      onPress={() => item.onDropIndexClick(item.index)()}
                    />
                  </span>
                )}
              </div>
              {item.children}
            </li>
          );
        })}
      </ol>
      {canAdd && !readonly && (
        <div className={classes.buttons}>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine />}
            onPress={() => onAddClick()}
          >
            {t('nodeForm.addEntry')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

/** The form's own templates, with the rules between options. @internal */
export const optionTemplates: Partial<TemplatesType> = {
  ...templates,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
};
