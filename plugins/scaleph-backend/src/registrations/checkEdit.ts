import {
  DataSourceFileInputs,
  SecretInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceEnvironment } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { checkConfig, throwProblems } from './checkRegistration';
import { fileChanges } from './fileChanges';
import { toConfig } from './registrationRows';
import { StoredRegistration } from './RegistrationStore';
import { RegistrationType } from './RegistrationType';
import { maySecretsStay, SecretChange, secretChanges } from './secretChanges';
import { TypeRegistry } from './TypeRegistry';

/**
 * What becomes of the secrets and files with an edit, or with something new. Throws
 * ProblemsError, with pointers into the request body, when it is not valid.
 *
 * @param stored - what is edited
 * @internal
 */
export async function checkEdit(
  type: RegistrationType,
  edit: {
    config: JsonObject;
    secrets?: Record<string, SecretInput>;
    files?: DataSourceFileInputs;
  },
  options: {
    types: TypeRegistry<RegistrationType>;
    environment: DataSourceEnvironment;
    stored?: StoredRegistration;
  },
): Promise<SecretChange[]> {
  const { types, stored } = options;
  await checkConfig(type, edit.config, options);
  const before = stored && toConfig(stored.row);
  const mayStay = !before || maySecretsStay(type, before, edit.config);
  const files = fileChanges({
    type,
    given: edit.files ?? {},
    stored: stored?.secrets ?? [],
    mayStay,
  });
  const secrets = secretChanges({
    type,
    config: edit.config,
    given: edit.secrets ?? {},
    stored: stored && { config: before!, secrets: stored.secrets },
    filesChange: files.isChanged,
  });
  throwProblems(types.noun, [...secrets.problems, ...files.problems]);
  return [...secrets.changes, ...files.changes];
}
