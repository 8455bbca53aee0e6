import type { FieldProps } from '@rjsf/utils';
import { useOptionContext } from './OptionContext';

/**
 * Whether a field draws an option, and not a part of one.
 *
 * @internal
 */
export function isWholeOption({
  name,
  idSchema,
}: Pick<FieldProps, 'name' | 'idSchema'>): boolean {
  const { $id } = idSchema;
  // `<node>-<section>.<option>`; what lies deeper has a longer one.
  return $id.slice($id.indexOf('.') + 1) === name;
}

/**
 * The value of an option whose order counts, as the document has it: rjsf takes
 * two objects with the same keys for the same, in whichever order they are.
 *
 * @internal
 */
export function useOptionValue(
  props: Pick<FieldProps, 'name' | 'idSchema' | 'formData'>,
): unknown {
  const { options } = useOptionContext();
  return isWholeOption(props) ? options[props.name] : props.formData;
}
