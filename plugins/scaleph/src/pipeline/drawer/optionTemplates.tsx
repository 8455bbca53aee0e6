import { Flex, Text } from '@backstage/ui';
import type { ObjectFieldTemplateProps, TemplatesType } from '@rjsf/utils';
import { templates } from '../../components/schemaForm/templates';

const ObjectFieldTemplate = (props: ObjectFieldTemplateProps) => {
  // The outermost object is the form itself, whose title stands above it.
  const isRoot = !props.idSchema.$id.includes('.');
  return (
    <Flex direction="column" gap="4">
      {!isRoot && props.title && (
        <div>
          <Text as="p" variant="body-small">
            {props.title}
          </Text>
          {props.description && (
            <Text as="p" variant="body-small" color="secondary">
              {props.description}
            </Text>
          )}
        </div>
      )}
      {props.properties.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
    </Flex>
  );
};

/** The form's own templates, with titles for options that have parts. @internal */
export const optionTemplates: Partial<TemplatesType> = {
  ...templates,
  ObjectFieldTemplate,
};
