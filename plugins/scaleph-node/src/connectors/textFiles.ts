import { NodeKind } from '@scaleph/backstage-plugin-scaleph-common';

/** In both languages. @internal */
export interface Text {
  en: string;
  zh: string;
}

/** What a form says about an option. @internal */
export interface OptionText {
  title: Text;
  help: Text;
  group: 'basic' | 'tuning' | 'advanced';
}

/** A file of texts that several connectors share. @internal */
export interface FamilyTexts {
  options: Record<string, OptionText>;
}

/** A file of texts of one connector; what is said of its source or sink alone wins. @internal */
export interface ConnectorTexts extends Partial<FamilyTexts> {
  title: Text;
  description: Text;
  source?: Partial<ConnectorTexts>;
  sink?: Partial<ConnectorTexts>;
}

/** The texts of a connector of that kind. @internal */
export function textsOf(
  { source, sink, ...shared }: ConnectorTexts,
  kind: NodeKind,
): ConnectorTexts {
  const own = { source, sink, transform: undefined }[kind];
  return {
    ...shared,
    ...own,
    options: { ...shared.options, ...own?.options },
  };
}
