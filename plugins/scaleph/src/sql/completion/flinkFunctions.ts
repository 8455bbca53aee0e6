/** A function of Flink as the editor explains it. */
export interface SqlFunctionHelp {
  name: string;
  signature: string;
  en: string;
  zh: string;
}

// https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/functions/systemfunctions/
const TABLE: [signature: string, en: string, zh: string][] = [
  [
    'COUNT([DISTINCT] value | *)',
    'Number of rows, or of values that are not NULL.',
    '行数，或非 NULL 值的个数。',
  ],
  [
    'SUM([DISTINCT] number)',
    'Sum of the values that are not NULL.',
    '非 NULL 值之和。',
  ],
  [
    'AVG([DISTINCT] number)',
    'Mean of the values that are not NULL; of integers an integer.',
    '非 NULL 值的平均值；整数的平均值仍为整数。',
  ],
  ['MIN(value)', 'Smallest value.', '最小值。'],
  ['MAX(value)', 'Largest value.', '最大值。'],
  [
    'STDDEV_POP(number)',
    'Standard deviation of the population.',
    '总体标准差。',
  ],
  ['VAR_POP(number)', 'Variance of the population.', '总体方差。'],
  ['COLLECT([DISTINCT] value)', 'Values as a multiset.', '将值收集为多重集。'],
  [
    'LISTAGG(text [, separator])',
    "Texts joined, by ',' unless told.",
    "拼接文本，默认以 ',' 分隔。",
  ],
  ['ARRAY_AGG([DISTINCT] value)', 'Values as an array.', '将值收集为数组。'],
  [
    'FIRST_VALUE(value)',
    'First value in an ordered set.',
    '有序集合中的第一个值。',
  ],
  [
    'LAST_VALUE(value)',
    'Last value in an ordered set.',
    '有序集合中的最后一个值。',
  ],
  [
    'ROW_NUMBER() OVER (…)',
    'Number of the row in its partition, from 1. Top-N and deduplication filter by it.',
    '行在分区内的序号，从 1 开始；用于 Top-N 和去重。',
  ],
  [
    'RANK() OVER (…)',
    'Rank in its partition, with gaps after equal rows.',
    '分区内的名次，并列后有间隔。',
  ],
  [
    'DENSE_RANK() OVER (…)',
    'Rank in its partition, without gaps.',
    '分区内的名次，无间隔。',
  ],
  [
    'LAG(value [, offset [, default]]) OVER (…)',
    'Value of an earlier row.',
    '之前某行的值。',
  ],
  [
    'LEAD(value [, offset [, default]]) OVER (…)',
    'Value of a later row.',
    '之后某行的值。',
  ],
  [
    'TUMBLE(TABLE data, DESCRIPTOR(time), size [, offset])',
    'Assigns rows to windows of a fixed size that do not overlap.',
    '将行分配到固定大小、互不重叠的窗口。',
  ],
  [
    'HOP(TABLE data, DESCRIPTOR(time), slide, size [, offset])',
    'Assigns rows to windows of a fixed size that begin every `slide`.',
    '将行分配到固定大小、每隔 slide 开始一个的窗口。',
  ],
  [
    'CUMULATE(TABLE data, DESCRIPTOR(time), step, size)',
    'Windows that grow by `step` up to `size`.',
    '每次增长 step、直到 size 的窗口。',
  ],
  [
    'SESSION(TABLE data [PARTITION BY …], DESCRIPTOR(time), gap)',
    'Windows that end after a gap without rows.',
    '在无数据间隔后结束的会话窗口。',
  ],
  [
    'DESCRIPTOR(column)',
    'Names the time column of a window function.',
    '指定窗口函数的时间列。',
  ],
  [
    'CAST(value AS type)',
    'The value as another type; fails when it cannot be.',
    '转换类型；无法转换时报错。',
  ],
  [
    'TRY_CAST(value AS type)',
    'The value as another type; NULL when it cannot be.',
    '转换类型；无法转换时返回 NULL。',
  ],
  [
    'COALESCE(value, value, …)',
    'First value that is not NULL.',
    '第一个非 NULL 的值。',
  ],
  [
    'NULLIF(value, other)',
    'NULL when both are equal, else the value.',
    '两者相等时为 NULL,否则为第一个值。',
  ],
  ['IF(condition, then, else)', 'One of two values.', '按条件返回两个值之一。'],
  [
    'IFNULL(value, other)',
    'The other when the value is NULL.',
    '值为 NULL 时返回另一个。',
  ],
  [
    'GREATEST(value, value, …)',
    'Largest of its arguments; NULL when one is.',
    '参数中的最大值；任一为 NULL 则为 NULL。',
  ],
  [
    'LEAST(value, value, …)',
    'Smallest of its arguments; NULL when one is.',
    '参数中的最小值；任一为 NULL 则为 NULL。',
  ],
  [
    'CONCAT(text, text, …)',
    'Texts put together; NULL when one is.',
    '拼接文本；任一为 NULL 则为 NULL。',
  ],
  [
    'CONCAT_WS(separator, text, …)',
    'Texts put together with a separator; skips NULL.',
    '用分隔符拼接文本，忽略 NULL。',
  ],
  [
    'SUBSTRING(text FROM start [FOR length])',
    'Part of a text; the first character is 1.',
    '子串，首字符为 1。',
  ],
  [
    'REPLACE(text, search, replacement)',
    'Text with every occurrence replaced.',
    '替换所有出现的子串。',
  ],
  ['UPPER(text)', 'Text in capitals.', '转为大写。'],
  ['LOWER(text)', 'Text in small letters.', '转为小写。'],
  [
    'TRIM([BOTH | LEADING | TRAILING] [what FROM] text)',
    'Text without what is at its ends; spaces unless told.',
    '去掉两端的字符，默认空格。',
  ],
  ['CHAR_LENGTH(text)', 'Number of characters.', '字符数。'],
  [
    'POSITION(search IN text)',
    'Place of the first occurrence, from 1; 0 when there is none.',
    '首次出现的位置，从 1 开始；无则为 0。',
  ],
  [
    'SPLIT_INDEX(text, separator, index)',
    'Piece of a split text, from 0; NULL when there is none.',
    '按分隔符切分后的第几段，从 0 开始。',
  ],
  [
    'LPAD(text, length, pad)',
    'Text filled up on the left.',
    '左侧填充到指定长度。',
  ],
  [
    'REGEXP(text, pattern)',
    'Whether a part of the text matches a Java pattern.',
    '是否有部分匹配 Java 正则。',
  ],
  [
    'REGEXP_EXTRACT(text, pattern [, group])',
    'Group of the first match.',
    '首个匹配中的分组。',
  ],
  [
    'REGEXP_REPLACE(text, pattern, replacement)',
    'Text with every match replaced.',
    '替换所有匹配。',
  ],
  ['ABS(number)', 'Absolute value.', '绝对值。'],
  [
    'ROUND(number [, digits])',
    'Rounded, to no digits after the point unless told.',
    '四舍五入，默认到整数。',
  ],
  [
    'FLOOR(number | time TO unit)',
    'Largest integer that is not above; or the time rounded down to a unit.',
    '向下取整；或将时间向下取到某单位。',
  ],
  [
    'CEIL(number | time TO unit)',
    'Smallest integer that is not below; or the time rounded up to a unit.',
    '向上取整；或将时间向上取到某单位。',
  ],
  ['MOD(number, divisor)', 'Remainder of the division.', '余数。'],
  [
    'RAND([seed])',
    'Random number from 0 to below 1.',
    '0 到 1(不含)的随机数。',
  ],
  ['UUID()', 'Random identifier.', '随机标识符。'],
  ['MD5(text)', 'MD5 hash in hexadecimal digits.', 'MD5 哈希（十六进制）。'],
  [
    'SHA256(text)',
    'SHA-256 hash in hexadecimal digits.',
    'SHA-256 哈希（十六进制）。',
  ],
  ['PROCTIME()', 'Processing time, as a time attribute.', '处理时间属性。'],
  [
    'CURRENT_TIMESTAMP',
    'Time now: of each row when streaming, of the query in batch.',
    '当前时间：流模式为每行，批模式为查询开始时。',
  ],
  ['NOW()', 'The same as CURRENT_TIMESTAMP.', '同 CURRENT_TIMESTAMP。'],
  [
    "DATE_FORMAT(time, 'yyyy-MM-dd')",
    'Time as a text by a Java pattern.',
    '按 Java 模式格式化时间。',
  ],
  [
    "TO_TIMESTAMP(text [, 'yyyy-MM-dd HH:mm:ss'])",
    'Time that a text says.',
    '将文本解析为时间。',
  ],
  [
    'TO_TIMESTAMP_LTZ(number, precision)',
    'Time since 1970 in seconds (0) or milliseconds (3).',
    '自 1970 年起的秒(0)或毫秒(3)对应的时间。',
  ],
  [
    'UNIX_TIMESTAMP([text [, format]])',
    'Seconds since 1970.',
    '自 1970 年起的秒数。',
  ],
  [
    'FROM_UNIXTIME(seconds [, format])',
    'Seconds since 1970 as a text.',
    '将秒数格式化为文本。',
  ],
  [
    'TIMESTAMPDIFF(unit, from, to)',
    'Time between two times in a unit.',
    '两个时间之间的单位数。',
  ],
  [
    'TIMESTAMPADD(unit, amount, time)',
    'Time with an amount of a unit added.',
    '时间加上若干单位。',
  ],
  [
    'EXTRACT(unit FROM time)',
    'Part of a time, such as its hour.',
    '时间的某一部分，如小时。',
  ],
  [
    "JSON_VALUE(json, 'path' [RETURNING type])",
    'Scalar value in a JSON text.',
    'JSON 文本中的标量值。',
  ],
  [
    "JSON_QUERY(json, 'path')",
    'Object or array in a JSON text, as JSON.',
    'JSON 文本中的对象或数组。',
  ],
  [
    "JSON_EXISTS(json, 'path')",
    'Whether a JSON text has something at a path.',
    'JSON 文本在路径处是否有内容。',
  ],
  [
    'JSON_OBJECT([KEY] key VALUE value, …)',
    'JSON object as a text.',
    '生成 JSON 对象文本。',
  ],
  ['CARDINALITY(collection)', 'Number of elements.', '元素个数。'],
  [
    'ELEMENT(array)',
    'The only element; fails when there are several.',
    '唯一元素；多于一个时报错。',
  ],
  [
    'UNNEST(collection)',
    'Elements as rows of a table.',
    '将集合元素展开为行。',
  ],
];

/** Functions that are used most, explained in a sentence. */
export const flinkFunctions: SqlFunctionHelp[] = TABLE.map(
  ([signature, en, zh]) => ({
    name: signature.match(/^\w+/)![0],
    signature,
    en,
    zh,
  }),
);

const byName = new Map(flinkFunctions.map(help => [help.name, help]));

/** Of a function in any letters; undefined of those that are not listed. */
export const functionHelp = (name: string): SqlFunctionHelp | undefined =>
  byName.get(name.toUpperCase());
