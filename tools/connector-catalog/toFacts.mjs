// From what the factories say to one file of facts: sorted, without empty parts, one connector a line.

const KINDS = ['source', 'transform', 'sink'];
const RULES = ['required', 'exclusive', 'bundled', 'conditional'];

/**
 * @param connectors - the names that count of each artifact: jars carry the factories of others too
 * @param transcribed - facts of connectors whose jar the registry does not hold
 */
export function toFacts({ release, factories, connectors, transcribed }) {
  const read = factories.filter(({ jar, name }) =>
    connectors[jar.replace(`-${release}.jar`, '')]?.includes(name),
  );
  const all = [
    ...read,
    ...transcribed.map(it => ({ ...it, transcribed: true })),
  ]
    .map(compact)
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (a.name < b.name ? -1 : 1),
    );
  const labels = all.map(({ kind, name }) => `${kind} ${name}`);
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice) throw new Error(`${release}: ${twice} is there twice`);
  const missing = Object.entries(connectors).flatMap(([artifact, names]) =>
    names.filter(
      name =>
        !read.some(
          it => it.name === name && it.jar.startsWith(`${artifact}-${release}`),
        ),
    ),
  );
  if (missing.length) {
    throw new Error(`${release}: no factory of ${missing.join(', ')}`);
  }
  const options = all.reduce((n, it) => n + Object.keys(it.options).length, 0);
  return {
    text: `{\n"release": ${JSON.stringify(release)},\n"connectors": [\n${all
      .map(it => JSON.stringify(it))
      .join(',\n')}\n]\n}\n`,
    summary: `${all.length} connectors, ${options} options`,
  };
}

function compact({ kind, name, options, transcribed, ...rules }) {
  const given = RULES.filter(rule => rules[rule]?.length);
  return {
    kind,
    name,
    ...(transcribed && { transcribed }),
    options,
    ...Object.fromEntries(given.map(rule => [rule, rules[rule]])),
  };
}
