import type { RunLogLine } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useScalephTranslation } from '../translation';
import { rowWindow } from './lib/rowWindow';
import readable from '../pipeline/readable.module.css';
import classes from './RunLog.module.css';

// As in the style sheet; a window of rows needs them to be of one height.
const ROW_HEIGHT = 20;

const LEVEL_CLASSES: Record<RunLogLine['level'], string | undefined> = {
  debug: undefined,
  info: undefined,
  warn: classes.warn,
  error: classes.error,
};

/** A spacer as high as the rows that are not drawn. */
const Space = ({ height }: { height: number }) => {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.style.setProperty('height', `${height}px`);
  }, [height]);
  return <div ref={element} />;
};

/** Lines of a log, of which only those in sight are drawn. @internal */
export const LogLines = (props: {
  lines: RunLogLine[];
  follow: boolean;
  /** What to say when there is no line. */
  note?: string;
  /** The reader has scrolled away from the end, or back to it. */
  onFollow(follow: boolean): void;
}) => {
  const { lines, follow, note, onFollow } = props;
  const { t } = useScalephTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ scrollTop: 0, height: 600 });
  const { first, end, before, after } = rowWindow({
    ...scroll,
    count: lines.length,
    rowHeight: ROW_HEIGHT,
  });
  useEffect(() => {
    const element = box.current;
    if (element && follow) {
      element.scrollTop = element.scrollHeight;
    }
  }, [lines, follow]);
  return (
    <div
      ref={box}
      className={`${classes.log} ${readable.readable}`}
      role="log"
      aria-label={t('runs.section.log')}
      aria-live="off"
      // A box that scrolls has to be reachable by keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={event => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
        setScroll({ scrollTop, height: clientHeight });
        onFollow(scrollTop + clientHeight >= scrollHeight - ROW_HEIGHT);
      }}
    >
      {note && <div className={classes.note}>{note}</div>}
      <Space height={before} />
      {lines.slice(first, end).map(line => (
        <div
          key={line.seq}
          className={`${classes.line} ${LEVEL_CLASSES[line.level] ?? ''}`}
        >
          <span className={classes.time} title={line.at}>
            {line.at.slice(11, 23)}
          </span>
          <span className={classes.level}>{line.level}</span>
          {line.node && <span className={classes.node}>{line.node}</span>}
          <span className={classes.message} title={line.message}>
            {line.message}
          </span>
        </div>
      ))}
      <Space height={after} />
    </div>
  );
};
