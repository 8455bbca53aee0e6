import {
  ConditionalRule,
  isSecretName,
  OptionsSchema,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorProfile } from './profiles';
import { ConnectorFacts, OptionFacts } from './releaseFacts';
import { toConditionalRules } from './toConditionalRules';
import { toOptionSchema } from './toOptionSchema';

/** The options of a connector, with every rule spelled out. @internal */
export type ReleaseSchema = Pick<OptionsSchema, 'x-other-releases'> &
  Required<
    Pick<
      OptionsSchema,
      | 'properties'
      | 'required'
      | 'x-exactly-one'
      | 'x-bundled'
      | 'x-conditional'
    >
  >;

// Secrets by other names than the usual.
const MORE_SECRETS =
  /^(auth|auth\.params|webhooks_url|email_authorization_code|kerberos_ticket|dsn|node_pass)$/;

/** The options of a connector as one release has them, without any text. @internal */
export function releaseSchema(
  facts: ConnectorFacts,
  profile: ConnectorProfile,
): ReleaseSchema {
  const withheld = new Set(profile.withheld);
  const options = Object.entries(facts.options).filter(
    ([name]) => !withheld.has(name),
  );
  const isConnection = ([name, option]: [string, OptionFacts]) =>
    profile.connection.includes(name) || isSecret(name, option);
  const connection = new Set(
    options.filter(isConnection).map(([name]) => name),
  );
  // What a data source gives is not asked for; a secret that none gives is, so that it is known to be missing.
  const given = profile.dataSourceTypes.length ? connection : new Set<string>();
  const unasked = new Set([
    ...given,
    ...withheld,
    ...(profile.suggested ?? []),
  ]);
  const asked = (names: string[]) => names.filter(name => !unasked.has(name));
  const demanded = asked(facts.required ?? []).filter(
    name => facts.options[name].default === undefined,
  );
  const groups = (profile.exactlyOne ?? facts.exclusive ?? []).map(asked);
  return {
    properties: Object.fromEntries(
      options.map(([name, option]) => [
        name,
        {
          ...toOptionSchema(name, option),
          ...(connection.has(name) && { 'x-connection': true }),
        },
      ]),
    ),
    required: [
      ...demanded,
      ...groups.filter(group => group.length === 1).flat(),
    ],
    'x-exactly-one': groups.filter(group => group.length > 1),
    'x-bundled': (facts.bundled ?? [])
      .filter(group => !group.some(name => connection.has(name)))
      .map(asked)
      .filter(group => group.length > 1),
    'x-conditional': toConditionalRules(facts).flatMap(rule =>
      rule.when.some(({ option }) => unasked.has(option))
        ? []
        : askedOf(rule, asked),
    ),
  };
}

function askedOf(
  rule: ConditionalRule,
  asked: (names: string[]) => string[],
): ConditionalRule[] {
  const options = asked(rule.options);
  const required = asked(rule.required ?? []);
  if (options.length === 0) return [];
  return [
    { when: rule.when, options, ...(required.length > 0 && { required }) },
  ];
}

function isSecret(name: string, { type }: OptionFacts): boolean {
  return type !== 'boolean' && (isSecretName(name) || MORE_SECRETS.test(name));
}
