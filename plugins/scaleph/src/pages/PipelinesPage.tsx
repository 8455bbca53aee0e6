/** @internal */
export const PipelinesPage = () => null;
