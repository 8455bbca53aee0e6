import { Flex } from '@backstage/ui';
import type {
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';

// Our fields draw label, help and error themselves.
const FieldTemplate = ({ hidden, children }: FieldTemplateProps) =>
  hidden ? null : <>{children}</>;

const ObjectFieldTemplate = ({ properties }: ObjectFieldTemplateProps) => (
  <Flex direction="column" gap="4">
    {properties.map(({ name, content }) => (
      <div key={name}>{content}</div>
    ))}
  </Flex>
);

export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate,
};
