/** What an archive may have at most. @internal */
export const ARCHIVE_LIMITS = {
  /** Bytes of the archive itself. */
  packed: 16 * 1024 * 1024,
  /** Bytes of all its entries. */
  unpacked: 32 * 1024 * 1024,
  /** Bytes of one entry; a document has 1 MiB. */
  entry: 2 * 1024 * 1024,
  entries: 5000,
  /** Bytes of an entry for each of its packed bytes; documents seldom have 30. */
  ratio: 200,
  /** Smaller entries may have any ratio. */
  ratioFrom: 64 * 1024,
} as const;
