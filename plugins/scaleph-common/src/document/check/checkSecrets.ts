import { DocumentProblem, PipelineDocument } from '../../types';
import { forEachString } from '../parameters';
import { KnownConnector, nodeProblem, PlacedNode } from './CheckContext';

const SECRET_NAME =
  /(^|[._-])(password|passwd|pwd|secret|token|credentials?|api[._-]?key|access[._-]?key|private[._-]?key)([._-]|$)/i;
const CONNECTION_NAME = /^(url|base-url|driver|user|username)$/i;
const URL_WITH_PASSWORD = /:\/\/[^\s/:@]*:[^\s/@]+@/;

/** Whether an option of that name holds a secret. @public */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Whether a text holds a URL with a password in it. @internal */
export const holdsPasswordInUrl = (text: string): boolean =>
  URL_WITH_PASSWORD.test(text);

/**
 * Whether an option is one that a data source gives: where and as whom to connect, or a secret. The catalogue marks them; of an
 * option that the connector does not have the name tells.
 * @internal
 */
export function isConnectionOption(
  connector: KnownConnector,
  option: string,
): boolean {
  const properties = (connector.schema?.properties ?? {}) as Record<
    string,
    Record<string, unknown>
  >;
  if (Object.hasOwn(properties, option)) {
    return properties[option]['x-connection'] === true;
  }
  return (
    SECRET_NAME.test(option) ||
    (connector.dataSourceTypes.length > 0 && CONNECTION_NAME.test(option))
  );
}

/** Secrets in a document: everyone who may see the pipeline would see them. Never repeats the value. @internal */
export function checkSecrets(
  document: PipelineDocument,
  placed: PlacedNode,
  connector: KnownConnector,
): DocumentProblem[] {
  const options = placed.node.options ?? {};
  const problems = Object.keys(options)
    .filter(option => isConnectionOption(connector, option))
    .map(option =>
      nodeProblem(document, placed, {
        code: 'secret-in-document',
        path: ['options', option],
        says: `option "${option}" belongs into a data source, not into a pipeline`,
        fix: connector.dataSourceTypes.length
          ? 'Remove it, and name the data source in "dataSource".'
          : 'Remove it: no type of data source gives it to this connector yet.',
      }),
    );
  forEachString(options, (text, path) => {
    if (!URL_WITH_PASSWORD.test(text)) return;
    problems.push(
      nodeProblem(document, placed, {
        code: 'secret-in-document',
        path: ['options', ...path],
        says: `option "${path[0]}" holds a URL with a password`,
        fix: 'Keep the connection in a data source, and name it in "dataSource".',
      }),
    );
  });
  return problems;
}
