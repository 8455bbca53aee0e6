import { BindingLimit, BindRequest } from './ConnectorBinding';

const SITES = ['core-site.xml', 'hdfs-site.xml', 'hive-site.xml'];
const KERBEROS = ['keytab', 'krb5.conf'];

/**
 * Of connectors whose Hadoop reads files of the TaskManagers: what is set here has to lie there.
 * @param paths - options by which a node names files of the TaskManagers
 * @internal
 */
export function hadoopLimits(
  { files }: BindRequest,
  paths: { sites: string[]; keytab: string[]; krb5: string[] },
): BindingLimit[] {
  return [...SITES, ...KERBEROS]
    .filter(name => files.includes(name))
    .map(name => {
      const options = SITES.includes(name)
        ? paths.sites
        : paths[name === 'keytab' ? 'keytab' : 'krb5'];
      return {
        of: [name],
        severity: 'error',
        says: `its file "${name}" cannot be handed over: the connector reads it from files of the TaskManagers alone`,
        fix: options.length
          ? `Put it on the TaskManagers, and name it there with the option "${options[0]}" (the target has to allow the place).`
          : 'Put it on the TaskManagers where Hadoop looks for it, and remove it from the data source.',
        unless: options,
      };
    });
}
