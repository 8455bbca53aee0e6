/** SQL 控制台与编辑器。 */
export const sql = {
  title: 'SQL',
  editor: {
    label: 'SQL',
    unterminated: '此处没有结束符',
  },
};
