import {
  DataSourceFileStatus,
  SecretStatus,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SecretReference } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { toSearchText } from '../database/searchText';
import { RegistrationFields } from './checkRegistration';
import { RegistrationType } from './RegistrationType';
import { fileOfRow, SecretRow, StoredFile } from './SecretRow';

/** A data source or a registered target, as stored. @internal */
export interface RegistrationRow {
  id: string;
  name: string;
  type: string;
  title: string | null;
  description: string | null;
  owner: string;
  system: string | null;
  tags: string;
  config: string;
  last_test: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  search_text: string;
}

/** The columns that follow from what a user gives. @internal */
export function toRegistrationColumns(fields: RegistrationFields) {
  const { name, title, description, tags } = fields;
  return {
    title: title ?? null,
    description: description ?? null,
    owner: fields.owner,
    system: fields.system ?? null,
    tags: JSON.stringify(tags),
    config: JSON.stringify(fields.config),
    search_text: toSearchText([name, title, description, ...tags]),
  };
}

/** @internal */
export function toConfig(row: Pick<RegistrationRow, 'config'>): JsonObject {
  return JSON.parse(row.config) as JsonObject;
}

/**
 * What the API answers of every registration.
 *
 * @param type - undefined when the module that brought the type is gone
 * @internal
 */
export function toRegistration(
  row: RegistrationRow,
  secrets: SecretRow[],
  type: RegistrationType | undefined,
) {
  const config = toConfig(row);
  return {
    type: row.type,
    ...(row.description !== null && { description: row.description }),
    owner: row.owner,
    ...(row.system !== null && { system: row.system }),
    tags: JSON.parse(row.tags) as string[],
    config,
    secrets: toSecretStatuses(secrets, type),
    location: type ? type.location(config) : `unknown type "${row.type}"`,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

function toSecretStatuses(
  secrets: SecretRow[],
  type: RegistrationType | undefined,
): Record<string, SecretStatus> {
  const unset = type?.secrets.map(({ name }) => [name, { set: false }]) ?? [];
  const set = secrets
    .filter(({ source }) => source !== 'file')
    .map(secret => [secret.name, toSecretStatus(secret)]);
  return Object.fromEntries([...unset, ...set]);
}

/** Names, sizes and hashes of the extra files that are set. @internal */
export function toFileStatuses(
  rows: SecretRow[],
): Record<string, DataSourceFileStatus> {
  const files = rows.filter(({ source }) => source === 'file');
  return Object.fromEntries(
    files.map(row => [
      fileOfRow(row),
      JSON.parse(row.reference!) as StoredFile,
    ]),
  );
}

function toSecretStatus({ source, reference }: SecretRow): SecretStatus {
  if (source === 'file') throw new Error('A file is no secret');
  if (!reference) return { set: true, source };
  const parsed = JSON.parse(reference) as SecretReference;
  return { set: true, source, reference: referenceName(parsed) };
}

/** For a person: the name of the variable, or `namespace/name/key`. */
function referenceName(reference: SecretReference): string {
  if ('environment' in reference) return reference.environment;
  const { namespace, name, key } = reference.kubernetesSecret;
  return `${namespace}/${name}/${key}`;
}
