/** Data sources: list, form and card. */
export const dataSources = {
  title: 'Data sources',
} as const;
