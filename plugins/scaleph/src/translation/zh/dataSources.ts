import type { SameKeys } from '../flattenMessages';
import type { dataSources as en } from '../en/dataSources';

/** Data sources: list, form and card. */
export const dataSources: SameKeys<typeof en> = {
  search: '搜索数据源',
  new: '新建数据源',
  newOf: '新建数据源：{{type}}',
  choose: '您想连接什么？',
  edit: '数据源“{{name}}”',
  none: '还没有数据源',
  noneHelp:
    '数据源保存数据库或目录的位置以及访问所需的密钥；流水线只引用其名称，永远看不到密钥。',
  noMatch: '没有符合搜索和筛选条件的数据源',
  loadFailed: '无法加载数据源列表',
  loadOneFailed: '无法加载数据源“{{name}}”',
  typesFailed: '无法加载数据源类型',
  typeGone:
    '数据源“{{name}}”的类型为“{{type}}”，当前安装中没有（或已移除）该类型。请安装提供该类型的模块。',
  untested: '未测试',
  healthy: '连接正常',
  unhealthy: '无法连接',
  usedBy_one: '被 {{count}} 条流水线使用',
  usedBy_other: '被 {{count}} 条流水线使用',
  notUsed: '没有流水线使用',
  usedByNone: '没有流水线',
  view: { title: '视图', cards: '卡片', list: '列表' },
  action: { edit: '编辑', catalog: '在目录中查看' },
  column: {
    name: '名称',
    type: '类型',
    location: '指向',
    owner: '所有者',
    health: '连接状态',
    changed: '修改时间',
    actions: '操作',
  },
  card: {
    title: '数据源',
    lastTest: '最近测试',
    usedBy: '使用者',
  },
  test: {
    running: '测试中…',
    button: '测试连接',
    good: '连接正常（{{duration}}）',
    bad: '连接失败（{{duration}}）',
    failed: '无法测试连接',
    notMade: '无法测试数据源“{{name}}”：{{message}}',
  },
  field: {
    name: '名称',
    nameHelp:
      '通过此名称使用它。可使用字母、数字、“-”、“_”和“.”；创建后不可更改。',
    nameFixed: '通过此名称使用它，因此不可更改。',
    title: '标题',
    description: '描述',
    owner: '所有者',
    system: '系统',
    tags: '标签',
    tagsHelp: '小写，以逗号分隔。',
  },
  form: {
    about: '基本信息',
    connection: '连接',
    incomplete: '上方有缺失或错误的内容，请查看标记的字段。',
    created: '已创建数据源“{{name}}”',
    saved: '已保存数据源“{{name}}”',
    notCreated: '未能创建数据源“{{name}}”',
    notSaved: '未能保存数据源“{{name}}”',
  },
  secret: {
    keepValue: '已存储，保持不变',
    keepReference: '保持对 {{reference}} 的引用',
    value: '直接输入',
    replace: '替换',
    remove: '移除',
    none: '无',
    environment: '来自环境变量',
    kubernetes: '来自 Kubernetes Secret',
    variable: '环境变量',
    variableHelp:
      '后端的环境变量；管理员在 scaleph.secrets.environment.allow 中允许其名称。',
    kubernetesHelp: '管理员在 scaleph.secrets.kubernetes.allow 中允许 Secret。',
    part: { namespace: '命名空间', name: 'Secret', key: '键' },
  },
  conflict: {
    title: '数据源“{{name}}”已被其他人修改',
    text: '重新加载可查看对方的修改但会丢失您的修改，或者用您的修改覆盖对方的。',
    reload: '加载对方的修改',
    overwrite: '用我的覆盖',
  },
  delete: {
    title: '删除数据源“{{name}}”？',
    used: '以下流水线正在使用它，因此无法删除。请先修改或删除这些流水线：',
    unused:
      '将删除连接及其存储的密钥，其页面也会从目录中移除。没有流水线使用它。',
  },
};
