import { SecretInput } from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceEnvironment } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { checkConfig, throwProblems } from './checkRegistration';
import { toConfig } from './registrationRows';
import { StoredRegistration } from './RegistrationStore';
import { RegistrationType } from './RegistrationType';
import { SecretChange, secretChanges } from './secretChanges';
import { TypeRegistry } from './TypeRegistry';

/**
 * What becomes of the secrets with an edit, or with something new. Throws
 * ProblemsError, with pointers into the request body, when it is not valid.
 *
 * @param stored - what is edited
 * @internal
 */
export async function checkEdit(
  type: RegistrationType,
  edit: { config: JsonObject; secrets?: Record<string, SecretInput> },
  options: {
    types: TypeRegistry<RegistrationType>;
    environment: DataSourceEnvironment;
    stored?: StoredRegistration;
  },
): Promise<SecretChange[]> {
  const { types, stored } = options;
  await checkConfig(type, edit.config, options);
  const { changes, problems } = secretChanges({
    type,
    config: edit.config,
    given: edit.secrets ?? {},
    stored: stored && {
      config: toConfig(stored.row),
      secrets: stored.secrets,
    },
  });
  throwProblems(types.noun, problems);
  return changes;
}
