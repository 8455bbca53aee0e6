/** Tab Pipeline of an entity page. */
export const pipeline = {
  tab: { title: 'Pipeline' },
} as const;
