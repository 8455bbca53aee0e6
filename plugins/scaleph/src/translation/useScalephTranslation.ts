import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { scalephTranslationRef } from './scalephTranslationRef';

/** The function `t`, also for helpers that are handed it. */
export type ScalephT = TranslationFunction<typeof scalephTranslationRef.T>;

/** `t('pages.title')` in the user's language. */
export function useScalephTranslation(): { t: ScalephT } {
  return useTranslationRef(scalephTranslationRef);
}
