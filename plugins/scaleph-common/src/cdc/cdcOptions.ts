import { LocalizedText } from '../types';

/** One option of a connector of Flink CDC. @public */
export interface CdcOption {
  key: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'duration' | 'enum';
  required?: boolean;
  /** As it is written in YAML. */
  default?: string;
  values?: readonly string[];
  /** Not to be written in clear: a data source's field belongs here. */
  secret?: boolean;
  /** Tables, places, credentials first; the rest is seldom touched. */
  group: 'basic' | 'tuning';
  title?: LocalizedText;
}

type Type = CdcOption['type'];

function option(
  group: CdcOption['group'],
  key: string,
  type: Type,
  more: Partial<CdcOption> = {},
): CdcOption {
  return { key, type, group, ...more };
}

/** @internal */
export const basic = (
  key: string,
  type: Type = 'string',
  more?: Partial<CdcOption>,
) => option('basic', key, type, more);

/** @internal */
export const required = (key: string, more?: Partial<CdcOption>) =>
  option('basic', key, 'string', { required: true, ...more });

/** With its default, when it has one. @internal */
export const tuning = (key: string, type: Type, value?: string) =>
  option('tuning', key, type, value === undefined ? {} : { default: value });

const HOST: LocalizedText = { en: 'Host', zh: '主机' };
const USER: LocalizedText = { en: 'User', zh: '用户' };
const PASSWORD: LocalizedText = { en: 'Password', zh: '密码' };
const PORT: LocalizedText = { en: 'Port', zh: '端口' };
const TABLES: LocalizedText = {
  en: 'Tables, as regular expressions: shop.\\.*',
  zh: '表，正则表达式：shop.\\.*',
};

/** What every database of a source is reached with. @internal */
export const serverOptions = (port: string): CdcOption[] => [
  required('hostname', { title: HOST }),
  basic('port', 'integer', { default: port, title: PORT }),
  required('username', { title: USER }),
  required('password', { secret: true, title: PASSWORD }),
  required('tables', { title: TABLES }),
  basic('tables.exclude', 'string', {
    title: { en: 'Tables left out', zh: '排除的表' },
  }),
];

/** @internal */
export const userAndPassword: CdcOption[] = [
  required('username', { title: USER }),
  required('password', { secret: true, title: PASSWORD }),
];
