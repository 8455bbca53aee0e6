import type {
  DataSource,
  DataSourceInput,
  RegistrationTypeInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { isName, parseTags } from '../../lib/names';
import {
  initialSecretEdit,
  isCompleteSecret,
  SecretEdit,
  toSecretInput,
} from './secretEdit';

/** What a data source and a registered target have in common. */
export type Registration = Pick<
  DataSource,
  | 'name'
  | 'title'
  | 'description'
  | 'owner'
  | 'system'
  | 'tags'
  | 'config'
  | 'secrets'
>;

/** A data source or target while it is typed. */
export interface RegistrationDraft {
  name: string;
  title: string;
  description: string;
  owner: string;
  system: string;
  /** As typed, separated by commas. */
  tags: string;
  config: Record<string, unknown>;
  secrets: Record<string, SecretEdit>;
}

function defaultsOf(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<
    string,
    { default?: unknown }
  >;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, property]) => property.default !== undefined)
      .map(([name, property]) => [name, property.default]),
  );
}

/** What the form shows at first: the stored one, or the type's defaults. */
export function toDraft(
  type: RegistrationTypeInfo,
  stored: Registration | undefined,
  owner: string,
): RegistrationDraft {
  const secrets = type.secrets.map(({ name }) => [
    name,
    initialSecretEdit(stored?.secrets[name], stored === undefined),
  ]);
  return {
    name: stored?.name ?? '',
    title: stored?.title ?? '',
    description: stored?.description ?? '',
    owner: stored?.owner ?? owner,
    system: stored?.system ?? '',
    tags: stored?.tags.join(', ') ?? '',
    config: stored?.config ?? defaultsOf(type.schema),
    secrets: Object.fromEntries(secrets),
  };
}

/** The secrets of a draft as the API takes them; undefined when none is said. */
export function toSecretInputs(
  draft: RegistrationDraft,
  stored: Registration | undefined,
): DataSourceInput['secrets'] {
  const said = Object.entries(draft.secrets)
    .map(([name, edit]) => ({
      name,
      input: toSecretInput(edit, stored?.secrets[name]),
    }))
    .filter(({ input }) => input !== undefined)
    .map(({ name, input }) => [name, input]);
  return said.length ? Object.fromEntries(said) : undefined;
}

/** The draft as the API takes it. Ask `isCompleteDraft` first. */
export function toRegistrationInput(
  type: RegistrationTypeInfo,
  draft: RegistrationDraft,
  stored: Registration | undefined,
): DataSourceInput {
  const title = draft.title.trim();
  const description = draft.description.trim();
  const tags = parseTags(draft.tags) ?? [];
  const secrets = toSecretInputs(draft, stored);
  return {
    name: draft.name,
    type: type.type,
    owner: draft.owner,
    config: draft.config,
    ...(title && { title }),
    ...(description && { description }),
    ...(draft.system && { system: draft.system }),
    ...(tags.length > 0 && { tags }),
    ...(secrets && { secrets }),
  };
}

/** Whether the connection part is typed, as far as secrets go. */
export function hasCompleteSecrets(
  type: RegistrationTypeInfo,
  draft: RegistrationDraft,
): boolean {
  return type.secrets.every(({ name, required }) =>
    isCompleteSecret(draft.secrets[name] ?? { mode: 'none' }, required),
  );
}

/** Whether all but the config is typed; the config has its own schema. */
export function isCompleteDraft(
  type: RegistrationTypeInfo,
  draft: RegistrationDraft,
): boolean {
  return (
    isName(draft.name) &&
    draft.owner !== '' &&
    parseTags(draft.tags) !== undefined &&
    hasCompleteSecrets(type, draft)
  );
}
