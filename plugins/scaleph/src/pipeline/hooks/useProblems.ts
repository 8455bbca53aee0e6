import {
  checkPipeline,
  parseDataSourceRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import type { DraftContent } from '../lib/draftContent';
import { MODES, PIPELINE_TYPES } from '../lib/pipelineShape';
import type { Catalogue } from './useCatalogue';

/** Problems of a draft as it is on the page, found without asking the server. @internal */
export function useProblems(
  content: DraftContent | undefined,
  catalogue: Catalogue,
): DocumentProblem[] {
  const { connectors, dataSources, ready } = catalogue;
  return useMemo(() => {
    if (!content || !ready) {
      return [];
    }
    if (content.textProblems.length) {
      return content.textProblems;
    }
    return checkPipeline(content.document, {
      connectors,
      requireDataSources: true,
      // Whether a target runs it is the server's word, when it is published.
      pipelineTypes: PIPELINE_TYPES,
      modes: MODES,
      dataSource:
        dataSources &&
        (ref => dataSources.find(it => it.name === parseDataSourceRef(ref))),
    });
  }, [content, connectors, dataSources, ready]);
}
