/** The page Scaleph and its sub-page Pipelines. */
export const pages = {
  title: 'Scaleph',
  tabs: {
    pipelines: 'Pipelines',
    runs: 'Runs',
    dataSources: 'Data sources',
  },
} as const;
