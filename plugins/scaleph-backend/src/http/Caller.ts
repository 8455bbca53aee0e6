import {
  BackstageCredentials,
  BackstagePrincipalTypes,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';

/**
 * Who asks. Every method of a service takes one as its last argument, so that
 * HTTP routes, MCP actions and other rooms all pass the same gates.
 *
 * @internal
 */
export interface Caller {
  credentials: BackstageCredentials;
  /** The HTTP request, where there is one; the auditor notes its address. */
  request?: Request;
  /** Value of the Idempotency-Key header, for creates. */
  idempotencyKey?: string;
}

/** The caller of a request; 401 without a user's or service's token. @internal */
export async function callerOf(
  httpAuth: HttpAuthService,
  request: Request,
): Promise<Caller> {
  return {
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
    idempotencyKey: request.header('Idempotency-Key'),
  };
}

/**
 * What is stored as `createdBy`: the entity ref of the user, or
 * `service:<subject>`.
 *
 * @internal
 */
export function actorOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as
    | BackstagePrincipalTypes['user']
    | BackstagePrincipalTypes['service']
    | BackstagePrincipalTypes['none'];
  switch (principal.type) {
    case 'user':
      return principal.userEntityRef;
    case 'service':
      return `service:${principal.subject}`;
    default:
      return 'unknown';
  }
}
