import type { SameKeys } from '../flattenMessages';
import type { browse as en } from '../en/browse';

export const browse: SameKeys<typeof en> = {
  path: '在数据源中的位置',
  refresh: '重新读取',
  failed: '无法读取 {{name}} 的内容',
  contents: '内容',
  columns: '列',
  search: '按名称查找',
  empty: '这里没有内容',
  noMatch: '没有此名称的内容',
  truncated: '还有更多：请按名称查找',
  rows: '前几行',
  rowsFailed: '无法读取 {{name}} 的行',
  noRows: '没有数据行',
  none: '此类型的数据源无法浏览',
  noneHelp: '可以测试其连接，流水线也可以使用它。',
  key: '主键的一部分',
  current: '未写模式的名称在此查找',
  notNull: '非空',
  column: {
    name: '名称',
    type: '类型',
    rows: '行数（约）',
    bytes: '大小',
    comment: '注释',
  },
  action: '浏览内容',
};
