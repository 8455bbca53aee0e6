import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { OwnershipQuery } from './rules';

/** Which rows of a list a caller may see. @internal */
export type OwnershipFilter =
  | 'all'
  | 'none'
  | PermissionCriteria<OwnershipQuery>;

/** Adds the filter to a query over rows whose owner is in `column`. @internal */
export function applyOwnershipFilter(
  query: Knex.QueryBuilder,
  filter: OwnershipFilter,
  column: string,
): void {
  if (filter === 'all') return;
  if (filter === 'none') {
    query.whereRaw('1 = 0');
    return;
  }
  query.where(group => applyCriteria(group, filter, column));
}

function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<OwnershipQuery>,
  column: string,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.andWhere(group => applyCriteria(group, part, column));
    }
  } else if (isOrCriteria(criteria)) {
    for (const part of criteria.anyOf) {
      query.orWhere(group => applyCriteria(group, part, column));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(group => applyCriteria(group, criteria.not, column));
  } else {
    query.whereIn(column, criteria.owners);
  }
}
