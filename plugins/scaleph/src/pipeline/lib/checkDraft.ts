// A chunk of its own: it brings the rules of all parts of a document with it.
export { checkPipeline as checkDraft } from '@scaleph/backstage-plugin-scaleph-common';
