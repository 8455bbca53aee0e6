import { ConditionalRule } from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorFacts } from './releaseFacts';

/**
 * SeaTunnel's conditions as rules of the schema: each alternative by itself, alternatives that differ in the value of one option together.
 * An option with a default is never missing.
 * @internal
 */
export function toConditionalRules({
  conditional = [],
  options,
}: ConnectorFacts): ConditionalRule[] {
  const rules = new Map<string, ConditionalRule>();
  for (const { when, required } of conditional) {
    for (const alternative of when) {
      // The same option with two values at once never holds.
      const names = alternative.map(({ option }) => option);
      const key = JSON.stringify([names, required]);
      const known = rules.get(key);
      if (known && names.length === 1) {
        known.when[0].in.push(alternative[0].equals);
        continue;
      }
      const demanded = required.filter(
        name => options[name]?.default === undefined,
      );
      rules.set(known ? JSON.stringify([alternative, required]) : key, {
        when: alternative.map(({ option, equals }) => ({
          option,
          in: [equals],
        })),
        options: required,
        ...(demanded.length > 0 && { required: demanded }),
      });
    }
  }
  return [...rules.values()];
}
