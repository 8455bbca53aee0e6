import { isMap, isScalar, Node, YAMLMap } from 'yaml';
import { CdcConnector } from '../../cdc/cdcConnectors';
import { findPlaceholders } from '../../placeholders/findPlaceholders';
import { suggestion } from '../words';
import type { CdcProblem } from './checkCdc';
import { holdsPasswordInUrl, isSecretName } from './checkSecrets';

/** The source or the sink of a definition. @internal */
export function checkCdcEnd(
  kind: 'source' | 'sink',
  value: Node | undefined,
  root: Node,
  find: (name: string) => CdcConnector | undefined,
): CdcProblem[] {
  if (!value || !isMap<Node, Node | null>(value)) {
    return [
      {
        severity: 'error',
        code: 'missing-field',
        node: value ?? root,
        message: value ? `${kind} must be a map` : `it has no ${kind}`,
        fix: `Write ${kind}: with a type and its options.`,
      },
    ];
  }
  const type = value.get('type');
  if (typeof type !== 'string' || type === '') {
    return [
      {
        severity: 'error',
        code: 'missing-field',
        node: value,
        message: `${kind} has no "type"`,
        fix: 'Add "type", e.g. mysql.',
      },
      ...secrets(kind, value),
    ];
  }
  const connector = find(type);
  if (!connector) {
    return [
      {
        severity: 'warning',
        code: 'unknown-connector',
        node: value.get('type', true) as Node,
        message: `${kind} "${type}" is not known here: its options are not checked`,
      },
      ...secrets(kind, value),
    ];
  }
  return [...options(connector, value), ...secrets(kind, value)];
}

function options(
  connector: CdcConnector,
  value: YAMLMap<Node, Node | null>,
): CdcProblem[] {
  const label = `${connector.kind} ${connector.name}`;
  const missing = connector.options
    .filter(({ key, required }) => required && !value.has(key))
    .map(
      ({ key }): CdcProblem => ({
        severity: 'error',
        code: 'missing-option',
        node: value,
        message: `option "${key}" is required by ${label}`,
        fix: `Add "${key}".`,
      }),
    );
  const known = ['type', 'name', ...connector.options.map(({ key }) => key)];
  const unknown = value.items.flatMap(({ key }): CdcProblem[] => {
    const name = isScalar(key) ? String(key.value) : '';
    if (
      !connector.complete ||
      known.includes(name) ||
      connector.prefixes.some(prefix => name.startsWith(prefix))
    ) {
      return [];
    }
    return [
      {
        severity: 'warning',
        code: 'unknown-option',
        node: key,
        message: `option "${name}" is unknown to ${label}`,
        fix: suggestion(name, known),
      },
    ];
  });
  return [...missing, ...unknown];
}

/** Never repeats one. */
function secrets(kind: string, map: YAMLMap<Node, Node | null>): CdcProblem[] {
  return map.items.flatMap(({ key, value }): CdcProblem[] => {
    if (!isScalar(key) || !isScalar(value)) return [];
    const text = String(value.value ?? '');
    if (text === '' || findPlaceholders(text).length > 0) return [];
    const name = String(key.value);
    if (!isSecretName(name) && !holdsPasswordInUrl(text)) return [];
    return [
      {
        severity: 'error',
        code: 'secret-in-document',
        node: value,
        message: `option "${name}" of ${kind} holds a secret in clear`,
        fix: 'Keep it in a data source, and write ${data-source.NAME.FIELD}.',
      },
    ];
  });
}
