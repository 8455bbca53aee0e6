import {
  DataSourceFileInputs,
  SecretInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';

/** An edit that is to be tried and not saved. @internal */
export interface ConnectionEdit {
  config?: JsonObject;
  secrets?: Record<string, SecretInput>;
  files?: DataSourceFileInputs;
}
