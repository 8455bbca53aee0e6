/** An identifier of MySQL. @internal */
export function quoteMysql(name: string): string {
  return `\`${name.replace(/`/g, '``')}\``;
}
