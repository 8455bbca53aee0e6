/** @internal */
export const DataSourcesPage = () => null;
