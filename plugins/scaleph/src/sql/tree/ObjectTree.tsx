import { ButtonIcon, Text } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiDatabase2Line,
  RiEyeLine,
  RiFolder2Line,
  RiKey2Line,
  RiRefreshLine,
  RiTable2,
} from '@remixicon/react';
import type { SqlObject } from '@scaleph/backstage-plugin-scaleph-common';
import { KeyboardEvent, memo, useCallback, useEffect, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import type { SqlObjectPath } from '../completion/SqlMetadata';
import classes from './ObjectTree.module.css';

export interface ObjectTreeProps {
  list(path: SqlObjectPath): Promise<SqlObject[]>;
  /** Changes when all should be read anew. */
  version: number;
  onRefresh(): void;
  /** A table was opened by a double click or Enter. */
  onOpen(path: string[]): void;
  /** A name is wanted in the editor. */
  onInsert(name: string): void;
}

const ICONS = {
  catalog: RiDatabase2Line,
  database: RiFolder2Line,
  table: RiTable2,
  view: RiEyeLine,
} as const;

interface TreeItem {
  key: string;
  object: SqlObject;
  path: SqlObjectPath;
  names: string[];
  level: number;
}

const keyOf = (path: SqlObjectPath) => JSON.stringify(path);

function below(path: SqlObjectPath, { kind, name }: SqlObject): SqlObjectPath {
  if (kind === 'catalog') return { ...path, catalog: name };
  if (kind === 'database') return { ...path, database: name };
  return { ...path, table: name };
}

/** What there is: catalogs, databases, tables and their columns, a level at a time. Drawn anew when its own props change only: it may have thousands of lines, and its neighbour is typed into. */
export const ObjectTree = memo((props: ObjectTreeProps) => {
  const { list, version, onOpen, onInsert } = props;
  const { t } = useScalephTranslation();
  const [levels, setLevels] = useState<Record<string, SqlObject[]>>({});
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string>();

  const load = useCallback(
    async (path: SqlObjectPath) => {
      const objects = await list(path);
      setLevels(before => ({ ...before, [keyOf(path)]: objects }));
      return objects;
    },
    [list],
  );

  // At first the way to what unqualified names mean is open.
  useEffect(() => {
    let isGone = false;
    setLevels({});
    const openCurrent = async (path: SqlObjectPath) => {
      const objects = await load(path);
      const current =
        objects.find(it => it.current) ??
        (objects.length === 1 ? objects[0] : undefined);
      const isFolder =
        current?.kind === 'catalog' || current?.kind === 'database';
      if (!current || !isFolder || isGone) return;
      const next = below(path, current);
      setOpen(before => new Set(before).add(keyOf(next)));
      await openCurrent(next);
    };
    void openCurrent({});
    return () => {
      isGone = true;
    };
  }, [load, version]);

  const toggle = (path: SqlObjectPath, wanted?: boolean) => {
    const key = keyOf(path);
    const opens = wanted ?? !open.has(key);
    setOpen(before => {
      const next = new Set(before);
      if (opens) next.add(key);
      else next.delete(key);
      return next;
    });
    if (opens && !levels[key]) void load(path);
  };

  const items: TreeItem[] = [];
  const collect = (path: SqlObjectPath, names: string[], level: number) => {
    for (const object of levels[keyOf(path)] ?? []) {
      const own = below(path, object);
      const isColumn = object.kind === 'column';
      const key = isColumn ? `${keyOf(path)} ${object.name}` : keyOf(own);
      const ownNames = [...names, object.name];
      items.push({ key, object, path: own, names: ownNames, level });
      if (!isColumn && open.has(key)) collect(own, ownNames, level + 1);
    }
  };
  collect({}, [], 1);
  const current = items.some(it => it.key === focused)
    ? focused
    : items[0]?.key;

  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(it => it.key === current);
    const item = items[at];
    if (!item) return;
    const isColumn = item.object.kind === 'column';
    const isOpen = !isColumn && open.has(item.key);
    const go = (index: number) => {
      const next = items[Math.max(0, Math.min(items.length - 1, index))];
      setFocused(next.key);
      document.getElementById(`sql-tree-${next.key}`)?.focus();
    };
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'ArrowRight':
        if (!isColumn && !isOpen) toggle(item.path, true);
        else go(at + 1);
        break;
      case 'ArrowLeft':
        if (isOpen) toggle(item.path, false);
        else
          go(
            items.findLastIndex(
              (it, index) => index < at && it.level < item.level,
            ),
          );
        break;
      case 'Enter':
        if (item.object.kind === 'table' || item.object.kind === 'view')
          onOpen(item.names);
        else if (isColumn) onInsert(item.object.name);
        else toggle(item.path);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <section className={classes.root} aria-label={t('sql.tree.label')}>
      <div className={classes.head}>
        <Text variant="body-small" weight="bold">
          {t('sql.tree.label')}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiRefreshLine />}
          aria-label={t('sql.tree.refresh')}
          onPress={props.onRefresh}
        />
      </div>
      {levels[keyOf({})]?.length === 0 && (
        <Text className={classes.none} color="secondary" variant="body-small">
          {t('sql.tree.none')}
        </Text>
      )}
      {items.length > 0 && (
        <div
          role="tree"
          aria-label={t('sql.tree.label')}
          className={classes.tree}
          tabIndex={-1}
        >
          {items.map(({ key, object, path, names, level }) => {
            const { kind, name, type } = object;
            const isColumn = kind === 'column';
            const isOpen = open.has(key);
            const Icon =
              kind in ICONS ? ICONS[kind as keyof typeof ICONS] : undefined;
            const isTable = kind === 'table' || kind === 'view';
            return (
              <div
                key={key}
                id={`sql-tree-${key}`}
                role="treeitem"
                aria-level={level}
                aria-expanded={isColumn ? undefined : isOpen}
                aria-selected={key === current}
                tabIndex={key === current ? 0 : -1}
                className={classes.item}
                style={{ paddingLeft: level * 14 - 6 }}
                title={[name, type, object.comment].filter(Boolean).join(' · ')}
                onFocus={() => setFocused(key)}
                onKeyDown={onKeyDown}
                onClick={() => !isColumn && toggle(path)}
                onDoubleClick={() => (isTable ? onOpen(names) : onInsert(name))}
              >
                {isColumn ? (
                  <span className={classes.bullet}>
                    {object.key && <RiKey2Line size={12} aria-hidden />}
                  </span>
                ) : (
                  <span className={classes.bullet}>
                    {isOpen ? (
                      <RiArrowDownSLine size={16} aria-hidden />
                    ) : (
                      <RiArrowRightSLine size={16} aria-hidden />
                    )}
                  </span>
                )}
                {Icon && (
                  <Icon size={14} className={classes.icon} aria-hidden />
                )}
                <span
                  className={object.current ? classes.current : classes.name}
                >
                  {name}
                </span>
                {type && <span className={classes.type}>{type}</span>}
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
});
