import type { SameKeys } from '../flattenMessages';
import type { sqlPreview as en } from '../en/sqlPreview';

export const sqlPreview: SameKeys<typeof en> = {
  open: '预览数据',
  title: '预览输出',
  help: '运行 INSERT 的查询并显示结果；不会写入任何数据。关闭后即结束。',
  noInsert: '脚本中没有可显示的 INSERT。',
  noPlace: '没有带 SQL Gateway 的集群：请先注册。',
  sink: '输出',
  place: '集群',
  begin: '显示数据',
  failed: '无法显示数据',
};
