import {
  OperationBody,
  OperationQuery,
  operations,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Request } from 'express';

/** Query parameters that have a default in the contract; the validator fills it in. */
type Defaulted = 'limit' | 'sort' | 'to';

type Filled<Query> = Query &
  Required<Pick<Query, Extract<keyof Query, Defaulted>>>;

/**
 * The query of a request, in the types of its operation. The request validator
 * has checked it, and turned texts into numbers, booleans and lists.
 *
 * @internal
 */
export function queryOf<Name extends keyof operations>(
  request: Request,
): Filled<OperationQuery<Name>> {
  return request.query as unknown as Filled<OperationQuery<Name>>;
}

/** The body of a request, in the types of its operation; the request validator has checked it. @internal */
export function bodyOf<Name extends keyof operations>(
  request: Request,
): OperationBody<Name> {
  return request.body as OperationBody<Name>;
}
