/** The SQL console and editor. */
export const sql = {
  title: 'SQL',
  editor: {
    label: 'SQL',
    unterminated: 'This is never closed',
  },
} as const;
