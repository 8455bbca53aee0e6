import {
  RegistrationTypeInfo,
  DataSourceTypeInfo,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceEnvironment } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';

/** What a type of data source and a type of target have in common. @internal */
export interface RegistrationType extends RegistrationTypeInfo {
  /** Extra files; targets have none. */
  files?: DataSourceTypeInfo['files'];
  location(config: JsonObject): string;
  check(
    config: JsonObject,
    environment: DataSourceEnvironment,
  ): Promise<DocumentProblem[]>;
  maySecretsStay?(before: JsonObject, after: JsonObject): boolean;
}
