/** What differs from one release of SeaTunnel to another. @internal */
export class SeaTunnelRelease {
  constructor(readonly version: string) {}

  /**
   * Names of the options that say where rows come from and go to. The other
   * pair is read by nobody, and then rows are lost without an error.
   */
  get tableOptions(): { input: string; output: string } {
    return this.isAtLeast('2.3.9')
      ? { input: 'plugin_input', output: 'plugin_output' }
      : { input: 'source_table_name', output: 'result_table_name' };
  }

  /** Into one sink or transform, on Flink. */
  get takesSeveralInputs(): boolean {
    return this.isAtLeast('2.3.9');
  }

  /** Before that a Filter has `fields`, which it keeps. */
  get filterHasExclude(): boolean {
    return this.isAtLeast('2.3.5');
  }

  get fileSinkHasSaveMode(): boolean {
    return this.isAtLeast('2.3.6');
  }

  isAtLeast(version: string): boolean {
    const mine = this.version.split('.').map(Number);
    const other = version.split('.').map(Number);
    for (let i = 0; i < other.length; i++) {
      const difference = (mine[i] ?? 0) - other[i];
      if (difference !== 0) return difference > 0;
    }
    return true;
  }
}
