import { memo, useEffect, useMemo, useRef } from 'react';
import type { TextLevel, TextLine } from '../lib/logLevels';
import readable from '../../pipeline/readable.module.css';
import log from '../../runs/RunLog.module.css';
import classes from './TextLines.module.css';

const BLOCK = 200;

const LEVEL_CLASSES: Record<TextLevel, string> = {
  debug: classes.debug,
  info: classes.info,
  warn: classes.warn,
  error: classes.error,
};

const sameLines = (
  before: { lines: TextLine[] },
  after: { lines: TextLine[] },
) =>
  before.lines.length === after.lines.length &&
  before.lines.every((it, index) => it.text === after.lines[index].text);

/** Some lines, drawn anew only when they are others. */
const Block = memo(
  ({ lines }: { lines: TextLine[] }) => (
    <div className={classes.block}>
      {lines.map(line => (
        <div
          key={line.number}
          className={line.level ? LEVEL_CLASSES[line.level] : undefined}
        >
          {line.text || '\u00a0'}
        </div>
      ))}
    </div>
  ),
  sameLines,
);

/** Lines of a text in blocks, of which the browser lays out only those in sight. @internal */
export const TextLines = (props: {
  lines: TextLine[];
  label: string;
  wrap: boolean;
  follow: boolean;
  /** What to say when there is no line. */
  note?: string;
  /** The reader has scrolled away from the end, or back to it. */
  onFollow(follow: boolean): void;
}) => {
  const { lines, follow, wrap, onFollow } = props;
  const box = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => {
    const parts: TextLine[][] = [];
    for (let start = 0; start < lines.length; start += BLOCK) {
      parts.push(lines.slice(start, start + BLOCK));
    }
    return parts;
  }, [lines]);
  useEffect(() => {
    const element = box.current;
    if (element && follow) {
      element.scrollTop = element.scrollHeight;
    }
  }, [lines, follow, wrap]);
  return (
    <div
      ref={box}
      className={[
        log.log,
        readable.readable,
        classes.text,
        wrap ? classes.wrap : '',
      ].join(' ')}
      role="log"
      aria-label={props.label}
      aria-live="off"
      // A box that scrolls has to be reachable by keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={event => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
        onFollow(scrollTop + clientHeight >= scrollHeight - 24);
      }}
    >
      {props.note && <div className={log.note}>{props.note}</div>}
      {blocks.map(block => (
        <Block key={block[0].number} lines={block} />
      ))}
    </div>
  );
};
