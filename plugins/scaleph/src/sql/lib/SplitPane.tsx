import {
  KeyboardEvent,
  PointerEvent,
  ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import classes from './SplitPane.module.css';

export interface SplitPaneProps {
  /** What the handle is called, e.g. "Height of the results". */
  label: string;
  direction: 'row' | 'column';
  /** Where the share is remembered in the browser. */
  storageKey: string;
  /** Share of the first pane at first, in percent. */
  initial: number;
  min?: number;
  max?: number;
  /** Leaves the second pane alone, as it is. */
  firstHidden?: boolean;
  /** Leaves the first pane alone, as it is. */
  secondHidden?: boolean;
  children: [ReactNode, ReactNode];
}

const STEP = 4;

function remembered(key: string, otherwise: number): number {
  const stored = Number(localStorage.getItem(key) ?? NaN);
  return Number.isFinite(stored) ? stored : otherwise;
}

/** Two panes with a handle between: dragged, or moved with the arrows. */
export const SplitPane = (props: SplitPaneProps) => {
  const { label, direction, storageKey, min = 10, max = 90, children } = props;
  const [share, setShare] = useState(() =>
    remembered(storageKey, props.initial),
  );
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const isRow = direction === 'row';
  const { firstHidden = false, secondHidden = false } = props;

  const change = (next: number) => {
    const kept = Math.round(Math.max(min, Math.min(max, next)) * 10) / 10;
    setShare(kept);
    localStorage.setItem(storageKey, String(kept));
  };
  const onPointerDown = (begin: PointerEvent<HTMLDivElement>) => {
    begin.preventDefault();
    begin.currentTarget.setPointerCapture(begin.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    change(
      isRow
        ? ((event.clientX - left) / width) * 100
        : ((event.clientY - top) / height) * 100,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      [isRow ? 'ArrowLeft' : 'ArrowUp']: -STEP,
      [isRow ? 'ArrowRight' : 'ArrowDown']: STEP,
      Home: -100,
      End: 100,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    change(share + step);
  };

  return (
    <div ref={box} className={`${classes.root} ${classes[direction]}`}>
      {!firstHidden && (
        <div
          id={id}
          className={classes.first}
          style={{ flexBasis: secondHidden ? '100%' : `${share}%` }}
        >
          {children[0]}
        </div>
      )}
      {!firstHidden && !secondHidden && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that moves is a control
        <div
          className={classes.handle}
          role="separator"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={label}
          aria-controls={id}
          aria-orientation={isRow ? 'vertical' : 'horizontal'}
          aria-valuenow={Math.round(share)}
          aria-valuemin={min}
          aria-valuemax={max}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onKeyDown={onKeyDown}
          onDoubleClick={() => change(props.initial)}
        />
      )}
      {!secondHidden && (
        <div key="second" className={classes.second}>
          {children[1]}
        </div>
      )}
    </div>
  );
};
