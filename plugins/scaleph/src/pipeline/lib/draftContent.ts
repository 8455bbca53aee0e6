import {
  canonicalDocument,
  parsePipeline,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';

/**
 * A draft as its two editors see it. While the text cannot be read, `document`
 * is the last one that could, and `textProblems` says why.
 *
 * @internal
 */
export interface DraftContent {
  document: PipelineDocument;
  text: string;
  textProblems: DocumentProblem[];
}

// Those that nobody has typed.
const drawn = new WeakSet<DraftContent>();

/** Its text is printed when somebody asks for it: an edit of the drawing does not wait for it. @internal */
export function fromDocument(document: PipelineDocument): DraftContent {
  let text: string | undefined;
  const content: DraftContent = {
    document,
    get text() {
      text ??= printPipeline(document);
      return text;
    },
    textProblems: [],
  };
  drawn.add(content);
  return content;
}

/** A text that `fromKeptText` reads: as it was typed, or JSON, which is there at once where nobody has. @internal */
export function keptText(content: DraftContent): string {
  return drawn.has(content) ? JSON.stringify(content.document) : content.text;
}

/** The content that a kept text was made of. @internal */
export function fromKeptText(
  previous: DraftContent,
  text: string,
): DraftContent {
  const content = fromText(previous, text);
  const isTyped = content.textProblems.length > 0 || !text.startsWith('{');
  return isTyped ? content : fromDocument(content.document);
}

const forms = new WeakMap<PipelineDocument, string>();

// Says the same as the printed text, at a tenth of its cost.
function canonicalForm(document: PipelineDocument): string {
  const known = forms.get(document);
  if (known !== undefined) {
    return known;
  }
  const form = JSON.stringify(canonicalDocument(document));
  forms.set(document, form);
  return form;
}

/** @internal */
export function fromText(previous: DraftContent, text: string): DraftContent {
  if (text === previous.text) {
    return previous;
  }
  const { document, problems } = parsePipeline(text);
  const errors = problems.filter(it => it.severity === 'error');
  if (!document || errors.length) {
    return { document: previous.document, text, textProblems: problems };
  }
  const { name } = previous.document.metadata;
  if (document.metadata.name !== name) {
    const problem: DocumentProblem = {
      severity: 'error',
      code: 'name-changed',
      pointer: '/metadata/name',
      message: `Pipeline "${name}": its name cannot become "${document.metadata.name}"`,
      fix: `Set metadata.name to ${name}, or create another pipeline`,
    };
    return { document: previous.document, text, textProblems: [problem] };
  }
  return { document, text, textProblems: [] };
}

/** Whether both say the same, places of nodes included. @internal */
export function sameContent(a: DraftContent, b: DraftContent): boolean {
  if (a.textProblems.length || b.textProblems.length) {
    return a.text === b.text;
  }
  return (
    a.document === b.document ||
    canonicalForm(a.document) === canonicalForm(b.document)
  );
}
