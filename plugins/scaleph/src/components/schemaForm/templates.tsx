import { Flex, Text } from '@backstage/ui';
import type {
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';
import classes from './templates.module.css';

// Our fields draw label, help and error themselves.
const FieldTemplate = ({ hidden, children }: FieldTemplateProps) =>
  hidden ? null : <>{children}</>;

const ObjectFieldTemplate = (props: ObjectFieldTemplateProps) => {
  const { title, description, properties, idSchema } = props;
  const content = (
    <Flex direction="column" gap="4">
      {properties.map(property => (
        <div key={property.name}>{property.content}</div>
      ))}
    </Flex>
  );
  // The outermost object is the form itself, whose title stands above it.
  if (!idSchema.$id.includes('_')) return content;
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      {content}
    </fieldset>
  );
};

export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate,
};
