import { Flex, Text } from '@backstage/ui';
import type {
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';
import { ReactNode, useState } from 'react';
import { pruneEmpty } from './pruneEmpty';
import classes from './templates.module.css';

// Our fields draw label, help and error themselves.
const FieldTemplate = ({ hidden, children }: FieldTemplateProps) =>
  hidden ? null : <>{children}</>;

/** A part that may be left out: folded while it is empty. */
const OptionalPart = (props: {
  title: string;
  description?: ReactNode;
  isFilled: boolean;
  hasErrors: boolean;
  children: ReactNode;
}) => {
  const { title, description, hasErrors } = props;
  const [isOpen, setOpen] = useState(props.isFilled);
  return (
    <details
      className={classes.optional}
      open={isOpen || hasErrors}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={classes.title}>{title}</span>
        {description && (
          <Text as="span" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
      </summary>
      <fieldset className={classes.part} aria-label={title}>
        {props.children}
      </fieldset>
    </details>
  );
};

const ObjectFieldTemplate = (props: ObjectFieldTemplateProps) => {
  const { title, description, properties, idSchema, formData } = props;
  const content = (
    <Flex direction="column" gap="4">
      {properties.map(property => (
        <div key={property.name}>{property.content}</div>
      ))}
    </Flex>
  );
  // The outermost object is the form itself, whose title stands above it.
  if (!idSchema.$id.includes('_')) return content;
  if (!props.required) {
    return (
      <OptionalPart
        title={title}
        description={description}
        isFilled={Object.keys(pruneEmpty(formData ?? {})).length > 0}
        hasErrors={Object.keys(props.errorSchema ?? {}).length > 0}
      >
        {content}
      </OptionalPart>
    );
  }
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
