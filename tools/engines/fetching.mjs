// Runs the registries' own clients, Maven and pip, with the user's settings of them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';

const DEPENDENCY_PLUGIN = '3.6.1';
const SHADE_PLUGIN = '3.5.1';

/**
 * Copies what a part of releases.mjs names from the Maven registry below `target`. Works in `directory`, a folder of its own.
 * `progress` is told how many megabytes have come over the network.
 */
export async function fetchFromMaven(part, { directory, target, progress }) {
  let downloaded = 0;
  const maven = async (name, pom, ...goals) => {
    const folder = path.join(directory, name);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'pom.xml'), pom);
    await run('mvn', ['-B', '-Dstyle.color=never', ...goals], {
      cwd: folder,
      log: path.join(directory, `${name}.log`),
      onLine: line => {
        const size = /^(?:\[INFO\] )?Downloaded .*\((\S+) ([kM]?B) at/.exec(
          line,
        );
        if (!size) return;
        downloaded += Number(size[1]) * { B: 1e-6, kB: 1e-3, MB: 1 }[size[2]];
        progress(downloaded);
      },
      explain: explainMaven,
    });
    return folder;
  };
  const plugin = `org.apache.maven.plugins:maven-dependency-plugin:${DEPENDENCY_PLUGIN}`;
  if (part.jars)
    await maven('copy', copyPom(part.jars, target), `${plugin}:copy`);
  if (part.closure)
    await maven(
      'closure',
      closurePom(part.closure),
      `${plugin}:copy-dependencies`,
      '-DincludeScope=runtime',
      `-DoutputDirectory=${path.join(target, part.closure.directory)}`,
    );
  if (part.shaded) {
    const folder = await maven('shade', shadePom(part.shaded), 'package');
    const to = path.join(target, part.shaded.directory);
    fs.mkdirSync(to, { recursive: true });
    const file = `${part.shaded.name}.jar`;
    fs.renameSync(path.join(folder, 'target', file), path.join(to, file));
  }
}

/** Downloads a source distribution with pip; returns its file. `progress` as for Maven. */
export async function fetchFromPip(requirement, { directory, progress }) {
  const downloads = path.join(directory, 'downloads');
  const temporary = path.join(directory, 'pip');
  fs.mkdirSync(downloads, { recursive: true });
  fs.mkdirSync(temporary, { recursive: true });
  // pip tells nothing where it is not on a terminal: what it has written is looked at.
  const timer = setInterval(
    () => progress(sizeOfLargest(temporary) / 1e6),
    1000,
  );
  try {
    await run(
      'python3',
      [
        '-m',
        'pip',
        'download',
        '-q',
        '--no-deps',
        '-d',
        downloads,
        requirement,
      ],
      {
        env: { TMPDIR: temporary },
        log: path.join(directory, 'pip.log'),
        explain: text =>
          `pip could not fetch ${requirement}: ${
            text.split('\n').findLast(line => line.startsWith('ERROR')) ??
            'is the Python registry reachable?'
          }`,
      },
    );
  } finally {
    clearInterval(timer);
  }
  const file = fs.readdirSync(downloads).find(name => /\.tar\.gz$/.test(name));
  if (!file)
    throw new UserError(
      `pip gave no source distribution of ${requirement}, but ${
        fs.readdirSync(downloads).join(', ') || 'nothing'
      }`,
    );
  return path.join(downloads, file);
}

function explainMaven(text) {
  const missing = /Could not (?:find|transfer) artifact (\S+)/.exec(text)?.[1];
  return missing
    ? `Maven could not fetch ${missing}: is the Maven registry reachable?`
    : `Maven failed: ${
        text.split('\n').find(line => line.startsWith('[ERROR]')) ?? ''
      }`;
}

async function run(program, args, { cwd, env, log, onLine, explain }) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', chunk => {
      text += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) onLine?.(line);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  fs.writeFileSync(log, text);
  if (code !== 0) throw new UserError(explain(text));
}

/** The archive, among what pip unpacks of it. */
function sizeOfLargest(directory) {
  const files = fs.readdirSync(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const sizes = files.map(
    entry =>
      // What is gone by now has no size.
      fs.statSync(path.join(entry.parentPath, entry.name), {
        throwIfNoEntry: false,
      })?.size ?? 0,
  );
  return Math.max(0, ...sizes);
}

const escape = text =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function coordinates(text) {
  const [groupId, artifactId, version, classifier] = text.split(':');
  return { groupId, artifactId, version, classifier };
}

function xml(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${escape(value)}</${name}>`)
    .join('');
}

function pom(packaging, content, name = 'fetch') {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>scaleph</groupId><artifactId>${name}</artifactId><version>1</version><packaging>${packaging}</packaging>
${content}
</project>
`;
}

function copyPom(jars, target) {
  const items = Object.entries(jars).flatMap(([directory, list]) =>
    list.map(item => {
      const [text, destFileName] = Array.isArray(item) ? item : [item];
      return `<artifactItem>${xml({
        ...coordinates(text),
        outputDirectory: path.join(target, directory),
        destFileName,
      })}</artifactItem>`;
    }),
  );
  return pom(
    'pom',
    `<build><plugins><plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId>
<version>${DEPENDENCY_PLUGIN}</version><configuration><artifactItems>
${items.join('\n')}
</artifactItems></configuration></plugin></plugins></build>`,
  );
}

function dependency(text, exclusions = []) {
  const excluded = exclusions.map(each => {
    const { groupId, artifactId } = coordinates(each);
    return `<exclusion>${xml({ groupId, artifactId })}</exclusion>`;
  });
  return `<dependency>${xml(coordinates(text))}<exclusions>${excluded.join(
    '',
  )}</exclusions></dependency>`;
}

function closurePom({ of }) {
  return pom(
    'pom',
    `<dependencies>
${of.map(text => dependency(text)).join('\n')}
</dependencies>`,
  );
}

function shadePom({ name, of, without }) {
  // Signatures of a jar are wrong in another; the lists of services add up.
  const unwanted = ['SF', 'DSA', 'RSA'].map(
    suffix => `<exclude>META-INF/*.${suffix}</exclude>`,
  );
  return pom(
    'jar',
    `<dependencies>
${dependency(of, without)}
</dependencies>
<build><finalName>${name}</finalName><plugins><plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-shade-plugin</artifactId>
<version>${SHADE_PLUGIN}</version><executions><execution><phase>package</phase><goals><goal>shade</goal></goals><configuration>
<createDependencyReducedPom>false</createDependencyReducedPom>
<filters><filter><artifact>*:*</artifact><excludes>${unwanted.join(
      '',
    )}<exclude>module-info.class</exclude></excludes></filter></filters>
<transformers><transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/></transformers>
</configuration></execution></executions></plugin></plugins></build>`,
  );
}
