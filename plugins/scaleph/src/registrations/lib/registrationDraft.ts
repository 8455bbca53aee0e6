import type {
  DataSource,
  DataSourceInput,
  DataSourceTypeInfo,
  RegistrationTypeInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { isName, parseTags } from '../../lib/names';
import { FileEdit, initialFileEdit, toFileInput } from './fileEdit';
import {
  initialSecretEdit,
  isCompleteSecret,
  SecretEdit,
  toSecretInput,
} from './secretEdit';

/** What a data source and a registered target have in common. */
export type Registration = Partial<Pick<DataSource, 'files'>> &
  Pick<
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
  /** Of types that have some. */
  files: Record<string, FileEdit>;
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

/** The files that a connection of a type may need. */
export function filesOf(
  type: RegistrationTypeInfo,
): DataSourceTypeInfo['files'] {
  return 'files' in type ? (type as DataSourceTypeInfo).files : [];
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
    files: Object.fromEntries(
      filesOf(type).map(({ name }) => [
        name,
        initialFileEdit(stored?.files?.[name]),
      ]),
    ),
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

/** The files of a draft as the API takes them; undefined when none is said. */
export function toFileInputs(
  draft: RegistrationDraft,
  stored: Registration | undefined,
): DataSourceInput['files'] {
  const said = Object.entries(draft.files).flatMap(([name, edit]) => {
    const input = toFileInput(edit, stored?.files?.[name]);
    return input === undefined ? [] : [[name, input] as const];
  });
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
  const files = toFileInputs(draft, stored);
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
    ...(files && { files }),
  };
}

/** Whether the connection part is typed, as far as secrets and files go. */
export function hasCompleteSecrets(
  type: RegistrationTypeInfo,
  draft: RegistrationDraft,
): boolean {
  const hasFiles = filesOf(type).every(
    ({ name, required }) =>
      !required || (draft.files[name]?.mode ?? 'none') !== 'none',
  );
  return (
    hasFiles &&
    type.secrets.every(({ name, required }) =>
      isCompleteSecret(draft.secrets[name] ?? { mode: 'none' }, required),
    )
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
