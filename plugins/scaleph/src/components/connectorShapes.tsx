import { ReactElement } from 'react';

/** Names of icons that connectors and data source types may use. */
export type ConnectorIconName =
  | 'database'
  | 'folder'
  | 'file'
  | 'table'
  | 'sparkles'
  | 'terminal'
  | 'code'
  | 'filter'
  | 'shuffle'
  | 'cluster'
  | 'stream'
  | 'search'
  | 'globe'
  | 'lake'
  | 'bucket'
  | 'check';

/** Own drawings on a grid of 24, in strokes of the text's colour. */
export const CONNECTOR_SHAPES: Record<ConnectorIconName, ReactElement> = {
  database: (
    <>
      <ellipse cx="12" cy="5.5" rx="7.5" ry="3" />
      <path d="M4.5 5.5v13c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3v-13" />
      <path d="M4.5 12c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3" />
    </>
  ),
  stream: (
    <path d="M3 8c3-3.5 6 3.5 9 0s6 3.5 9 0M3 16c3-3.5 6 3.5 9 0s6 3.5 9 0" />
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="M15 15l5.5 5.5" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <ellipse cx="12" cy="12" rx="3.75" ry="8.5" />
      <path d="M3.5 12h17" />
    </>
  ),
  lake: (
    <>
      <ellipse cx="12" cy="13" rx="9" ry="6" />
      <path d="M7 12c1.7-1.5 3.3 1.5 5 0s3.3 1.5 5 0M8.5 15.5c1.2-1 2.3 1 3.5 0s2.3 1 3.5 0" />
    </>
  ),
  bucket: (
    <>
      <ellipse cx="12" cy="6" rx="8" ry="2.75" />
      <path d="M4 6l2 13.5c1.5 1.2 10.500 1.2 12 0L20 6" />
    </>
  ),
  check: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8 12.5l3 3 5.5-6.5" />
    </>
  ),
  cluster: (
    <>
      <path d="M3.5 4.5h17v6h-17zM3.5 13.5h17v6h-17z" />
      <path d="M7 7.5h.01M10 7.5h.01M7 16.5h.01M10 16.5h.01" />
    </>
  ),
  folder: <path d="M3 6.5V19h18V8.5h-9l-2.5-3H3z" />,
  file: (
    <>
      <path d="M6 2.5h8l4.5 4.5v14.5H6z" />
      <path d="M14 2.5V7h4.5M9 12h6.5M9 16h6.5" />
    </>
  ),
  table: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="1" />
      <path d="M3 9.5h18M3 14.5h18M9.5 9.5v10" />
    </>
  ),
  sparkles: (
    <>
      <path d="M10 4l1.8 5.2L17 11l-5.2 1.8L10 18l-1.8-5.2L3 11l5.2-1.8z" />
      <path d="M18 15.5l.9 2.6 2.6.9-2.6.9-.9 2.6-.9-2.6-2.6-.9 2.6-.9z" />
    </>
  ),
  terminal: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="1" />
      <path d="M7 9.5l3 2.5-3 2.5M12.5 15H17" />
    </>
  ),
  code: <path d="M8 7l-5 5 5 5M16 7l5 5-5 5M14 4.5l-4 15" />,
  filter: <path d="M3.5 5h17L14 13v6.5l-4-2V13z" />,
  shuffle: (
    <>
      <path d="M3 7h4l8 10h5M3 17h4l2.2-2.75M12.8 9.75L15 7h5" />
      <path d="M17.5 4.5L20 7l-2.5 2.5M17.5 14.5L20 17l-2.5 2.5" />
    </>
  ),
};
