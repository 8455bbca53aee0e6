export { scalephTranslationRef } from './scalephTranslationRef';
export { useScalephTranslation } from './useScalephTranslation';
export type { ScalephT } from './useScalephTranslation';
