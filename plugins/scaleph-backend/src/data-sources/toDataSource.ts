import {
  ConnectionTest,
  DataSource,
  dataSourceEntityRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceType } from '@scaleph/backstage-plugin-scaleph-node';
import { toEtag } from '../http/etag';
import {
  toFileStatuses,
  toRegistration,
} from '../registrations/registrationRows';
import { StoredRegistration } from '../registrations/RegistrationStore';

/**
 * What the API answers; `usedBy` is left to who knows the caller.
 *
 * @param type - undefined when the module that brought the type is gone
 * @internal
 */
export function toDataSource(
  { row, secrets }: StoredRegistration,
  type: DataSourceType | undefined,
): DataSource {
  return {
    name: row.name,
    ...(row.title !== null && { title: row.title }),
    ...toRegistration(row, secrets, type),
    files: toFileStatuses(secrets),
    entityRef: dataSourceEntityRef(row.name),
    usedBy: [],
    ...(row.last_test !== null && {
      lastTest: JSON.parse(row.last_test) as ConnectionTest,
    }),
    etag: toEtag(row),
  };
}
