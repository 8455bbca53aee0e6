import type {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect } from 'react';
import { queryProblems } from './queryProblems';
import type { FieldsState } from './usePipelineFields';

/**
 * Tells of the queries that fail, as soon as that is known of the draft as it
 * is. While somebody types, what was known last still counts.
 *
 * @internal
 */
export function useQueryProblems(
  document: PipelineDocument,
  fields: FieldsState,
  enabled: boolean,
  tell: ((problems: DocumentProblem[]) => void) | undefined,
): void {
  const { isCurrent } = fields;
  // As text: the same problems again are no news.
  const found = isCurrent
    ? JSON.stringify(queryProblems(document, fields.value))
    : undefined;
  useEffect(() => {
    if (found !== undefined) {
      tell?.(JSON.parse(found));
    } else if (!enabled) {
      tell?.([]);
    }
  }, [found, enabled, tell]);
}
