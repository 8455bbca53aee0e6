export { useApiResource } from './useApiResource';
export type { ApiResource } from './useApiResource';
export { useLanguage } from './useLanguage';
export { useNow } from './useNow';
export { usePolling } from './usePolling';
export { useSignalRefresh } from './useSignalRefresh';
export type { ScalephSignal, SignalRefreshOptions } from './useSignalRefresh';
export { useUrlState } from './useUrlState';
