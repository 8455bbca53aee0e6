import type { RegistryFieldsType } from '@rjsf/utils';
import type { OptionFieldName } from '../../lib/optionForm';
import { ChoiceOptionField } from './ChoiceOptionField';
import { JsonOptionField } from './JsonOptionField';
import { ListOptionField } from './ListOptionField';
import { MapOptionField } from './MapOptionField';
import { NumberOptionField } from './NumberOptionField';
import { RowSchemaField } from './RowSchemaField';
import { SqlOptionField } from './SqlOptionField';
import { PasswordOptionField, TextOptionField } from './TextOptionField';

/** What draws an option, by the names that its schema is given. @internal */
export const optionFields: Required<Pick<RegistryFieldsType, OptionFieldName>> =
  {
    TextField: TextOptionField,
    PasswordField: PasswordOptionField,
    NumberField: NumberOptionField,
    ChoiceField: ChoiceOptionField,
    ListField: ListOptionField,
    MapField: MapOptionField,
    RowSchemaField,
    SqlField: SqlOptionField,
    JsonField: JsonOptionField,
  };
