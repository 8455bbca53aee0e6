// Projects for Maven that fetch, and build nothing: pure text, from what releases.mjs names.
import path from 'node:path';

export const DEPENDENCY_PLUGIN = '3.6.1';
const SHADE_PLUGIN = '3.5.1';

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

/** Copies `jars` (as releases.mjs names them) below `target` with the goal `copy` of the dependency plugin. */
export function copyPom(jars, target) {
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

/** Depends on what is to be copied with all that it needs. */
export function closurePom({ of }) {
  return pom(
    'pom',
    `<dependencies>
${of.map(text => dependency(text)).join('\n')}
</dependencies>`,
  );
}

/** Makes one jar of a dependency and all that it needs, with the phase `package`. */
export function shadePom({ name, of, without }) {
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
