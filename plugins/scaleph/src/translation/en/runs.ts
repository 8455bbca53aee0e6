/** Runs: table, tab, page and card. */
export const runs = {
  tab: { title: 'Runs' },
} as const;
