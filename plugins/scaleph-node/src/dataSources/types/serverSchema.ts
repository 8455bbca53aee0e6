import { JsonObject } from '@backstage/types';
import {
  databaseField,
  hostField,
  objectSchema,
  portField,
  sslField,
  userField,
} from './schemaFields';

/** Schema of the configuration of a database server. @internal */
export function serverSchema(options: {
  defaultPort: number;
  databaseExample: string;
  /** Beside those that every server has. */
  more?: Record<string, JsonObject>;
}): JsonObject {
  return objectSchema(['host', 'database', 'user'], {
    host: hostField,
    port: portField(options.defaultPort),
    database: databaseField(options.databaseExample),
    user: userField,
    ssl: sslField,
    ...options.more,
  });
}

/** The one secret of a database server. @internal */
export const passwordSecret = {
  name: 'password',
  title: { en: 'Password', zh: '密码' },
  // A server may trust its network or have users without one.
  required: false,
};
