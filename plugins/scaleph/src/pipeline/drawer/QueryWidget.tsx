import { TextAreaField } from '@backstage/ui';
import type { WidgetProps } from '@rjsf/utils';

/** Text over several lines, e.g. SQL. @internal */
export const QueryWidget = (props: WidgetProps) => {
  const { schema, rawErrors, required } = props;
  const error = rawErrors?.[0];
  return (
    <TextAreaField
      size="small"
      rows={7}
      label={props.label}
      description={schema.description}
      isRequired={required}
      isReadOnly={props.readonly}
      validationBehavior="aria"
      validate={() => error ?? null}
      spellCheck="false"
      value={props.value ?? ''}
      onChange={text => props.onChange(text === '' ? undefined : text)}
    />
  );
};
