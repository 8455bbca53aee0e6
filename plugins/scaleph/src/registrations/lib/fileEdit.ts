import type {
  DataSourceFileInput,
  DataSourceFileStatus,
} from '@scaleph/backstage-plugin-scaleph-common';

/** One file of a data source while it is edited; what is stored is never shown. */
export type FileEdit =
  | { mode: 'keep' }
  | { mode: 'none' }
  /** `content` is Base64. */
  | { mode: 'new'; filename: string; content: string; bytes: number };

/** What the form begins with. */
export function initialFileEdit(
  status: DataSourceFileStatus | undefined,
): FileEdit {
  return { mode: status ? 'keep' : 'none' };
}

/** As the API takes it; undefined leaves things as they are. */
export function toFileInput(
  edit: FileEdit,
  status: DataSourceFileStatus | undefined,
): DataSourceFileInput | null | undefined {
  switch (edit.mode) {
    case 'new':
      return { filename: edit.filename, content: edit.content };
    case 'none':
      return status ? null : undefined;
    default:
      return undefined;
  }
}

/** Reads a file that was chosen, or says why it cannot be taken. */
export async function readFileEdit(
  file: File,
  maxBytes: number,
): Promise<{ edit: FileEdit } | { reason: 'empty' | 'large' }> {
  if (file.size === 0) return { reason: 'empty' };
  if (file.size > maxBytes) return { reason: 'large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return {
    edit: {
      mode: 'new',
      filename: file.name,
      content: btoa(binary),
      bytes: bytes.length,
    },
  };
}
