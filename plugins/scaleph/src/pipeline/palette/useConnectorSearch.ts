import type {
  KnownConnector,
  NodeKind,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { KeyboardEvent, useId, useMemo, useState } from 'react';
import { useLanguage } from '../../hooks';
import { connectorAbsence } from '../lib/connectorAbsence';
import {
  bestMatch,
  countConnectors,
  onlySections,
  paletteSections,
} from '../lib/paletteSections';

/**
 * A search field with a list of connectors below: words narrow the list down,
 * arrows go through it, Enter takes one.
 *
 * @internal
 */
export function useConnectorSearch(options: {
  connectors: KnownConnector[];
  kinds: readonly NodeKind[];
  /** Those that can run the pipeline. */
  targets: readonly Target[];
  /** Name of the one that is meant. */
  target?: string;
  onChoose(connector: KnownConnector): void;
}) {
  const { connectors, targets, target, onChoose } = options;
  const language = useLanguage();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [moved, setMoved] = useState<{ found: unknown; index: number }>();
  const [isFocused, setFocused] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const kinds = options.kinds.join();
  const all = useMemo(
    () =>
      paletteSections(
        connectors,
        kinds.split(',') as NodeKind[],
        search,
        language,
        it => connectorAbsence(it, targets, target) !== undefined,
      ),
    [connectors, kinds, search, language, targets, target],
  );
  const runnable = useMemo(
    () => onlySections(all, it => !connectorAbsence(it, targets, target)),
    [all, targets, target],
  );
  // Who looks for something is told why it does not run; who looks around sees what does.
  const absent = countConnectors(all) - countConnectors(runnable);
  const canFold = !search.trim() && absent > 0 && runnable.length > 0;
  const sections = canFold && !unfolded ? runnable : all;
  const found = useMemo(
    () => sections.flatMap(section => section.connectors),
    [sections],
  );
  const best = useMemo(
    () => bestMatch(found, search, language),
    [found, search, language],
  );
  // Arrows go on from the best one; other words begin anew.
  const active = moved?.found === found ? moved.index : best;

  const go = (next: number) => {
    const index = Math.max(0, Math.min(found.length - 1, next));
    setMoved({ found, index });
    document
      .getElementById(`${listId}-${index}`)
      ?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const steps: Record<string, number | undefined> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      go(next);
    } else if (event.key === 'Enter' && found[active]) {
      event.preventDefault();
      onChoose(found[active]);
    }
  };
  return {
    sections,
    listId,
    // Without the focus no key takes it.
    active: isFocused ? active : -1,
    /** Connectors that cannot be run here: how many, and whether they are listed. */
    fold: canFold
      ? { absent, unfolded, onToggle: () => setUnfolded(!unfolded) }
      : undefined,
    search,
    setSearch,
    field: {
      type: 'search' as const,
      role: 'combobox',
      autoComplete: 'off',
      spellCheck: false,
      value: search,
      'aria-expanded': true,
      'aria-controls': listId,
      'aria-autocomplete': 'list' as const,
      'aria-activedescendant': found.length ? `${listId}-${active}` : undefined,
      onKeyDown,
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    },
  };
}
