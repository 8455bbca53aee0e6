import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { en } from './en';

/**
 * The texts of Scaleph: English built in, Chinese loaded when the portal offers
 * the language `zh`. A portal overrides single texts with
 * `createTranslationMessages({ ref: scalephTranslationRef, … })`.
 *
 * @public
 */
export const scalephTranslationRef = createTranslationRef({
  id: 'plugin.scaleph',
  messages: en,
  translations: { zh: () => import('./zh') },
});
