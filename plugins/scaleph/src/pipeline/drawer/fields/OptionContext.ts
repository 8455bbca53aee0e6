import type {
  ConnectorInfo,
  DataSource,
  Field,
} from '@scaleph/backstage-plugin-scaleph-common';
import { createContext, useContext } from 'react';
import type { LayoutItem } from '../../lib/optionLayout';
import type { OptionsSchema } from '../../lib/optionSchema';

/** What the fields of a node know besides their own value. @internal */
export interface OptionContextValue {
  node: string;
  connector: Pick<ConnectorInfo, 'kind' | 'name'>;
  schema: OptionsSchema;
  options: Record<string, unknown>;
  /** Options that must be given as the others are now. */
  required: string[];
  /** The chosen data source, as far as the user may see it. */
  dataSource?: DataSource;
  /** Levels that the objects of the data source have; absent while nobody knows. */
  levels?: readonly string[];
  /** Fields that arrive, by the node that they come from; absent while nobody knows. */
  inputs?: Record<string, Field[]>;
  /** What the server says is wrong with the SQL of the node. */
  sqlProblem?: string;
  readOnly: boolean;
  /** Removes an option from the document. */
  onReset(name: string): void;
  /** Chooses the active option of an exclusive group. */
  onChoose(names: string[], active: string): void;
}

const OptionContext = createContext<OptionContextValue | undefined>(undefined);
export const OptionContextProvider = OptionContext.Provider;

/** @internal */
export function useOptionContext(): OptionContextValue {
  const value = useContext(OptionContext);
  if (!value) throw new Error('A field of an option is outside of its form');
  return value;
}

const LayoutContext = createContext<LayoutItem[]>([]);
export const LayoutProvider = LayoutContext.Provider;

/** What the section that is being drawn shows, in its order. @internal */
export const useLayoutItems = (): LayoutItem[] => useContext(LayoutContext);
