/** Bytes of a document; the API takes no larger one. */
export const LARGEST_DOCUMENT = 1024 * 1024;

/** Why a file cannot be a document. */
export type DocumentRefusal = 'large' | 'binary' | 'empty' | 'unreadable';

/** The text of a file, unless it is too large to be shown or no text. */
export async function readDocumentFile(
  file: File,
): Promise<{ text: string } | { reason: DocumentRefusal }> {
  if (file.size > LARGEST_DOCUMENT) return { reason: 'large' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    // The browser says nothing of it that would help.
    return { reason: 'unreadable' };
  }
  if (text.trim() === '') return { reason: 'empty' };
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\ufffd]/.test(text) ? { reason: 'binary' } : { text };
}
