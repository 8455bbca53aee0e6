import { Fragment, isValidElement } from 'react';
import type { ReactNode } from 'react';
import { CONNECTOR_SHAPES } from '../../components/connectorShapes';

/** Colours and letters as they are on the page. @internal */
export interface ImageStyle {
  background: string;
  card: string;
  comment: string;
  border: string;
  line: string;
  text: string;
  secondary: string;
  error: string;
  fontFamily: string;
  monospace: string;
}

/** @internal */
export interface ImageCard {
  x: number;
  y: number;
  width: number;
  height: number;
  icon: string;
  title: string;
  connector: string;
  essential: string;
  hasError: boolean;
}

/** @internal */
export interface ImageNote {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}

/** A drawing without anything that is only there to be edited. @internal */
export interface ImageGraph {
  cards: ImageCard[];
  notes: ImageNote[];
  /** Each edge as the data of an SVG path. */
  paths: string[];
}

/** Width of a text in pixels. @internal */
export type Measure = (text: string, font: string) => number;

const MARGIN = 32;
const PADDING = 14;

const escape = (text: string) =>
  text
    // What XML cannot say, whatever is written before it.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    // Half a character, of which no browser makes a picture.
    .replace(/\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

class Drawing {
  constructor(
    private readonly style: ImageStyle,
    private readonly measure: Measure,
  ) {}

  card(card: ImageCard): string {
    const { x, y, width, height } = card;
    const { style } = this;
    const room = width - 2 * PADDING;
    return [
      this.box(card, style.card, card.hasError ? style.error : style.border),
      `<g transform="translate(${x + PADDING} ${
        y + 16
      }) scale(0.83)" fill="none" stroke="${escape(
        style.text,
      )}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${iconMarkup(
        card.icon,
      )}</g>`,
      this.line(card.title, x + PADDING + 28, y + 22, room - 28, 14, true),
      this.line(
        card.connector,
        x + PADDING + 28,
        y + 39,
        room - 28,
        12,
        false,
        style.secondary,
      ),
      this.line(
        card.essential,
        x + PADDING,
        y + Math.min(62, height - 12),
        room,
        11,
        false,
        style.text,
        style.monospace,
      ),
    ].join('');
  }

  note(note: ImageNote): string {
    const { x, y, width, height, text } = note;
    const lines = this.wrap(text, width - 20, 12);
    const shown = lines.slice(0, Math.max(1, Math.floor((height - 12) / 17)));
    return [
      this.box(note, this.style.comment, this.style.border, '4 3'),
      ...shown.map((line, index) =>
        this.line(line, x + 10, y + 20 + index * 17, width - 20, 12),
      ),
    ].join('');
  }

  private box(
    box: ImageNote | ImageCard,
    fill: string,
    stroke: string,
    dash?: string,
  ): string {
    return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${
      box.height
    }" rx="8" fill="${escape(fill)}" stroke="${escape(stroke)}"${
      dash ? ` stroke-dasharray="${dash}"` : ''
    }/>`;
  }

  private line(
    text: string,
    x: number,
    y: number,
    room: number,
    size: number,
    bold = false,
    color = this.style.text,
    family = this.style.fontFamily,
  ): string {
    const font = `${bold ? 'bold ' : ''}${size}px ${family}`;
    const shown = this.cut(text, room, font);
    return shown
      ? `<text x="${x}" y="${y}" font-size="${size}"${
          bold ? ' font-weight="bold"' : ''
        }${
          family === this.style.fontFamily
            ? ''
            : ` font-family="${escape(family)}"`
        } fill="${escape(color)}">${escape(shown)}</text>`
      : '';
  }

  private cut(text: string, room: number, font: string): string {
    if (this.measure(text, font) <= room) {
      return text;
    }
    // By characters, not by halves of them.
    const letters = [...text.slice(0, 400)];
    let [low, high] = [0, letters.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const part = `${letters.slice(0, middle).join('')}…`;
      if (this.measure(part, font) <= room) low = middle;
      else high = middle - 1;
    }
    return low ? `${letters.slice(0, low).join('').trimEnd()}…` : '';
  }

  private wrap(text: string, room: number, size: number): string[] {
    const font = `${size}px ${this.style.fontFamily}`;
    return text.split('\n').flatMap(paragraph => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ')) {
        const longer = line ? `${line} ${word}` : word;
        if (line && this.measure(longer, font) > room) {
          lines.push(line);
          line = word;
        } else {
          line = longer;
        }
      }
      return [...lines, line];
    });
  }
}

/**
 * A drawing as SVG that needs nothing but itself.
 *
 * @returns the text and its size in pixels
 * @internal
 */
export function toSvg(
  graph: ImageGraph,
  style: ImageStyle,
  measure: Measure,
): { svg: string; width: number; height: number } {
  const boxes = [...graph.cards, ...graph.notes];
  const left = Math.min(0, ...boxes.map(it => it.x)) - MARGIN;
  const top = Math.min(0, ...boxes.map(it => it.y)) - MARGIN;
  const right = Math.max(200, ...boxes.map(it => it.x + it.width)) + MARGIN;
  const bottom = Math.max(100, ...boxes.map(it => it.y + it.height)) + MARGIN;
  const [width, height] = [right - left, bottom - top].map(Math.ceil);
  const drawing = new Drawing(style, measure);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="${escape(
      style.fontFamily,
    )}">`,
    `<defs><marker id="end" viewBox="-10 -10 20 20" markerWidth="12" markerHeight="12" orient="auto-start-reverse" refX="0" refY="0"><path d="M-5,-4 0,0 -5,4Z" fill="${escape(
      style.line,
    )}" stroke="${escape(style.line)}"/></marker></defs>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${escape(
      style.background,
    )}"/>`,
    ...graph.notes.map(note => drawing.note(note)),
    ...graph.paths.map(
      path =>
        `<path d="${escape(path)}" fill="none" stroke="${escape(
          style.line,
        )}" stroke-width="1.5" marker-end="url(#end)"/>`,
    ),
    ...graph.cards.map(card => drawing.card(card)),
    '</svg>',
  ];
  return { svg: parts.join('\n'), width, height };
}

function iconMarkup(icon: string): string {
  const shapes = CONNECTOR_SHAPES as Record<string, ReactNode>;
  return toMarkup(Object.hasOwn(shapes, icon) ? shapes[icon] : shapes.table);
}

/** Shapes that are written as JSX, as text: elements with plain attributes only. */
function toMarkup(node: ReactNode): string {
  if (Array.isArray(node)) {
    return node.map(toMarkup).join('');
  }
  if (!isValidElement<{ children?: ReactNode }>(node)) {
    return '';
  }
  const { children, ...attributes } = node.props;
  const inner = toMarkup(children);
  if (node.type === Fragment) {
    return inner;
  }
  const text = Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name.replace(/[A-Z]/g, it => `-${it.toLowerCase()}`)}="${escape(
          String(value),
        )}"`,
    )
    .join('');
  return `<${node.type}${text}>${inner}</${node.type}>`;
}
