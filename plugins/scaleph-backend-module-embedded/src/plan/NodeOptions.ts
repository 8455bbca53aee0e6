import {
  DocumentProblem,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { toDuckDbType } from './columnTypes';

/**
 * Reads the options of one node. The document has been checked against the schema of its connector, so what is wrong here is
 * what the engine cannot do; it is collected as problems.
 * @internal
 */
export class NodeOptions {
  private readonly options: Record<string, unknown>;
  private readonly pointer: string;

  constructor(
    document: PipelineDocument,
    readonly node: PipelineNode,
    private readonly problems: DocumentProblem[],
  ) {
    this.options = node.options ?? {};
    this.pointer = `/spec/nodes/${document.spec.nodes.indexOf(node)}`;
  }

  text(name: string): string | undefined {
    const value = this.options[name];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : String(value);
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '') {
      this.problem('missing-option', name, `option "${name}" is required`);
    }
    return value ?? '';
  }

  choice<T extends string>(
    name: string,
    choices: readonly T[],
    fallback: T,
  ): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const found = choices.find(c => c.toLowerCase() === value.toLowerCase());
    if (!found) {
      const known = choices.join(', ');
      this.problem(
        'invalid-option',
        name,
        `option "${name}" is "${value}"; the embedded engine knows ${known}`,
      );
    }
    return found ?? fallback;
  }

  flag(name: string): boolean | undefined {
    const value = this.options[name];
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    return undefined;
  }

  /** A whole number of at least `least`. */
  count(name: string, least: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least) return value;
    this.problem(
      'invalid-option',
      name,
      `option "${name}" is "${text}", not a whole number of at least ${least}`,
    );
    return undefined;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined || Number.isNaN(Number(text))
      ? undefined
      : Number(text);
  }

  list(name: string): unknown[] | undefined {
    const value = this.options[name];
    return Array.isArray(value) ? value : undefined;
  }

  texts(name: string): string[] | undefined {
    const list = this.list(name)?.map(String);
    return list && list.length > 0 ? list : undefined;
  }

  map(name: string): Record<string, unknown> | undefined {
    const value = this.options[name];
    return value && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  }

  /** `schema.fields` as DuckDB types. */
  columns(): Record<string, string> | undefined {
    const fields = this.map('schema')?.fields;
    if (!fields || typeof fields !== 'object') return undefined;
    const columns: Record<string, string> = {};
    for (const [name, type] of Object.entries(fields)) {
      const duckDbType = toDuckDbType(String(type));
      if (duckDbType) columns[name] = duckDbType;
      else {
        this.problem(
          'invalid-option',
          'schema',
          `field "${name}" has the type "${type}", which the embedded engine does not have`,
        );
      }
    }
    return columns;
  }

  problem(
    code: string,
    option: string | undefined,
    message: string,
    severity: DocumentProblem['severity'] = 'error',
  ): void {
    const { id } = this.node;
    this.problems.push({
      severity,
      code,
      pointer: option
        ? `${this.pointer}/options/${option
            .replace(/~/g, '~0')
            .replace(/\//g, '~1')}`
        : this.pointer,
      node: id,
      message: `Node "${id}": ${message}`,
    });
  }
}
