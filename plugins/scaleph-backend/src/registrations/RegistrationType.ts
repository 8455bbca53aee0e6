import {
  RegistrationTypeInfo,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceEnvironment } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';

/** What a type of data source and a type of target have in common. @internal */
export interface RegistrationType extends RegistrationTypeInfo {
  location(config: JsonObject): string;
  check(
    config: JsonObject,
    environment: DataSourceEnvironment,
  ): Promise<DocumentProblem[]>;
  maySecretsStay?(before: JsonObject, after: JsonObject): boolean;
}
