/** Lists, structs, maps and unions of DuckDB: they travel as JSON. @internal */
export function isNested(type: string): boolean {
  return /^(STRUCT|MAP|UNION)\(|\[\d*\]$/.test(type);
}
