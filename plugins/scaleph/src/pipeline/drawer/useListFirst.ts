import { KeyboardEvent, useRef } from 'react';

const isOpenList = ({ key, target }: KeyboardEvent) =>
  key === 'Escape' &&
  target instanceof Element &&
  target.getAttribute('aria-expanded') === 'true';

/**
 * Handlers for what surrounds a form: Escape closes an open list of a field,
 * and only the next one what is around it.
 *
 * @internal
 */
export function useListFirst() {
  const wasOpen = useRef(false);
  return {
    onKeyDownCapture(event: KeyboardEvent) {
      wasOpen.current = isOpenList(event);
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && wasOpen.current) event.preventDefault();
    },
  };
}
