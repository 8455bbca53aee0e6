import { parseDataSourceRef } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { checkDraft } from '../lib/checkDraft';
import type { DraftContent } from '../lib/draftContent';
import { MODES, PIPELINE_TYPES } from '../lib/pipelineShape';
import type { Catalogue } from './useCatalogue';

const NONE: DocumentProblem[] = [];

// Where things stand has no problems: a move is not a reason to look again.
function useUnmoved(
  document: PipelineDocument | undefined,
): PipelineDocument | undefined {
  const known = useRef(document);
  if (document !== known.current) {
    known.current =
      document && known.current && sameButPlaces(document, known.current)
        ? known.current
        : document;
  }
  return known.current;
}

function sameButPlaces(a: PipelineDocument, b: PipelineDocument): boolean {
  const { layout: _a, comments: notesA = [], ...specA } = a.spec;
  const { layout: _b, comments: notesB = [], ...specB } = b.spec;
  const keys = new Set([...Object.keys(specA), ...Object.keys(specB)]);
  return (
    a.metadata === b.metadata &&
    notesA.length === notesB.length &&
    notesA.every(({ id }, index) => id === notesB[index].id) &&
    [...keys].every(
      key =>
        specA[key as keyof typeof specA] === specB[key as keyof typeof specB],
    )
  );
}

// What looks for problems is larger than all that is seen first.
function useCheck(): typeof checkDraft | undefined {
  const [check, setCheck] = useState<typeof checkDraft>();
  useEffect(() => {
    let isGone = false;
    import('../lib/checkDraft').then(module => {
      if (!isGone) {
        setCheck(() => module.checkDraft);
      }
    });
    return () => {
      isGone = true;
    };
  }, []);
  return check;
}

// The same problems once more are no reason to draw anything again.
function useSame<T extends object>(value: T | undefined): T | undefined {
  const known = useRef(value);
  if (
    value !== known.current &&
    JSON.stringify(value) !== JSON.stringify(known.current)
  ) {
    known.current = value;
  }
  return known.current;
}

/**
 * Problems of a draft as it is on the page, found without asking the server.
 * What the user does goes first: of a large pipeline they come a moment later.
 *
 * @param saved - those that the server has found in what is saved; they are
 * given until the draft has been looked at here
 * @internal
 */
export function useProblems(
  content: DraftContent | undefined,
  catalogue: Catalogue,
  saved: DocumentProblem[] = NONE,
): DocumentProblem[] {
  const { connectors, dataSources, ready } = catalogue;
  const document = useDeferredValue(useUnmoved(content?.document));
  const check = useCheck();
  const found = useMemo(() => {
    if (!document || !ready || !check) {
      return undefined;
    }
    return check(document, {
      connectors,
      requireDataSources: true,
      // Whether a target runs it is the server's word, when it is published.
      pipelineTypes: PIPELINE_TYPES,
      modes: MODES,
      dataSource:
        dataSources &&
        (ref => dataSources.find(it => it.name === parseDataSourceRef(ref))),
    });
  }, [document, connectors, dataSources, ready, check]);
  const problems = useSame(found);
  return content?.textProblems.length
    ? content.textProblems
    : problems ?? saved;
}
