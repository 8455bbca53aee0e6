/** @internal */
export const DataSourceCard = () => null;
