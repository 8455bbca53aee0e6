/** A secret, or an extra file, that is set, as it is stored. @internal */
export interface SecretRow {
  /** Id of the registration that has it. */
  owner_id: string;
  /** Of a file: `file:` and its name. */
  name: string;
  source: 'value' | 'environment' | 'kubernetesSecret' | 'file';
  /** Key that sealed a value or a file. */
  key_id: string | null;
  /** An encrypted value or file, base64; null where it was not asked for. */
  sealed: string | null;
  /** JSON; where a value is kept otherwise, or the StoredFile of a file. */
  reference: string | null;
}

/** What is known of a file beside its content. @internal */
export interface StoredFile {
  filename: string;
  bytes: number;
  /** Hex. */
  sha256: string;
}

const PREFIX = 'file:';

/** Name of the row of a file. @internal */
export function fileRowName(file: string): string {
  return `${PREFIX}${file}`;
}

/** Name of the file that a row holds. @internal */
export function fileOfRow({ name }: Pick<SecretRow, 'name'>): string {
  return name.slice(PREFIX.length);
}
