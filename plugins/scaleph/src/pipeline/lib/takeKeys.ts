import type { KeyboardEvent } from 'react';

/**
 * A handler of keys for a field. A field of react-aria that has one keeps all
 * keys to itself, those of the dialog, panel and tab around it among them
 * (Escape, Ctrl+S); here all go on that `take` does not answer true for.
 *
 * @internal
 */
export function takeKeys(take: (event: KeyboardEvent) => boolean) {
  return (event: KeyboardEvent & { continuePropagation?(): void }) => {
    if (!take(event)) {
      event.continuePropagation?.();
    }
  };
}
