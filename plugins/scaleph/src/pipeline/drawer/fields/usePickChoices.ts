import { useApi } from '@backstage/core-plugin-api';
import type {
  DataSourceObject,
  Field,
  ScalephApi,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { scalephApiRef } from '../../../api';
import { useApiResource, useDebounced } from '../../../hooks';
import {
  canBrowse,
  currentLevel,
  objectChoices,
  objectQuery,
} from '../../lib/objectChoices';
import type { PickChoice } from '../../lib/objectChoices';
import type { ObjectKind, OptionPick } from '../../lib/optionPick';
import { useOptionContext } from './OptionContext';

/** What a picker can offer now. @internal */
export interface PickChoices {
  choices: PickChoice[];
  loading: boolean;
  /** Why there is nothing to choose; what is typed counts all the same. */
  error?: Error;
  /** There are more; typing narrows them down. */
  truncated: boolean;
  reload(): void;
}

const QUIET_MILLISECONDS = 250;
const NONE: PickChoice[] = [];

interface Found {
  choices: PickChoice[];
  truncated: boolean;
}

async function findObjects(
  api: ScalephApi,
  dataSource: string,
  kind: ObjectKind,
  text: string,
  signal: AbortSignal,
): Promise<Found> {
  const { path, search } = objectQuery(text, kind);
  const ask = (at: string[], name: string) =>
    api.listDataSourceObjects(
      dataSource,
      { path: at, ...(name && { search: name }) },
      { signal },
    );
  const here = await ask(path, search);
  // Without a search all levels are there, so that the current one is found.
  const levels = search && !path.length ? await ask(path, '') : here;
  const current = path.length ? undefined : currentLevel(levels.items, kind);
  const below = current ? await ask([current], search) : undefined;
  return {
    choices: [
      ...(below ? objectChoices(below.items, [current!], kind) : []),
      ...objectChoices(here.items, path, kind),
    ],
    truncated: here.truncated || (below?.truncated ?? false),
  };
}

const isColumn = ({ kind }: DataSourceObject) =>
  kind === 'column' || kind === 'field';

async function findColumns(
  api: ScalephApi,
  dataSource: string,
  table: string,
  signal: AbortSignal,
): Promise<Found> {
  const parts = table.split('.');
  const ask = (path: string[]) =>
    api.listDataSourceObjects(dataSource, { path }, { signal });
  let path = parts;
  if (parts.length === 1) {
    const current = currentLevel((await ask([])).items, 'table');
    path = current ? [current, ...parts] : parts;
  }
  const { items, truncated } = await ask(path);
  return {
    choices: items
      .filter(isColumn)
      .map(({ name, type }) => ({ id: name, label: name, description: type })),
    truncated,
  };
}

const TABLE_OPTIONS = ['table_path', 'table', 'table-name', 'table_name'];

function tableOf(options: Record<string, unknown>): string {
  const name = TABLE_OPTIONS.find(it => typeof options[it] === 'string');
  return name ? String(options[name]) : '';
}

function fieldChoices(inputs: Record<string, Field[]>): PickChoice[] {
  const byName = new Map<string, PickChoice>();
  for (const { name, type } of Object.values(inputs).flat()) {
    if (!byName.has(name)) {
      byName.set(name, { id: name, label: name, description: type });
    }
  }
  return [...byName.values()];
}

/** What an option chooses from, as far as it is known; asked for only where there is somebody to ask. @internal */
export function usePickChoices(
  pick: OptionPick | undefined,
  text: string,
): PickChoices {
  const api = useApi(scalephApiRef);
  const { dataSource, levels, inputs, options } = useOptionContext();
  const typed = useDebounced(text, QUIET_MILLISECONDS);
  const from = pick?.from;
  const kind = pick?.from === 'objects' ? pick.kind : undefined;
  // Where there is nothing to look into, nobody is asked.
  const hasChoices = levels && canBrowse(levels, kind ?? 'table');
  const name = hasChoices ? dataSource?.name : undefined;
  const table = tableOf(options);
  const asked = kind ? typed : '';
  const found = useApiResource(
    async (signal): Promise<Found | undefined> => {
      if (!name) return undefined;
      if (kind) return findObjects(api, name, kind, asked, signal);
      return from === 'columns' && table
        ? findColumns(api, name, table, signal)
        : undefined;
    },
    [api, name, from, kind, asked, table],
    { keepPrevious: true },
  );
  const arriving = useMemo(
    () => (from === 'input' && inputs ? fieldChoices(inputs) : NONE),
    [from, inputs],
  );
  if (from === 'input') {
    return {
      choices: arriving,
      loading: inputs === undefined,
      truncated: false,
      reload: () => {},
    };
  }
  return {
    choices: (!found.error && found.value?.choices) || NONE,
    loading: found.loading,
    error: found.error,
    truncated: found.value?.truncated ?? false,
    reload: found.reload,
  };
}
