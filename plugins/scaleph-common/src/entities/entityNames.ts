import { shortHash } from '../hash';

const MAX_LENGTH = 63;
const VALID = /^[a-z0-9]([a-z0-9_.-]*[a-z0-9])?$/;

/** The end of a name that was made here. Eight digits alone are none: they are a date, and people end names with dates. */
const MADE_HERE = /(^|-)(?!\d{8}$)[0-9a-fx][0-9a-f]{7}$/;

/**
 * The catalog's name for a thing of ours: the same where the catalog takes it as it is, otherwise a slug and 8 digits of a hash, since
 * the catalog ignores case and stops at 63 characters, and two names of ours must not become one. A name that looks like one with a
 * hash gets another hash: nobody takes the entity of "Orders" over by calling something "orders-4cc62b08".
 * @public
 */
export function toEntityName(name: string): string {
  if (name.length <= MAX_LENGTH && VALID.test(name) && !MADE_HERE.test(name)) {
    return name;
  }
  return withHash(name, name);
}

/**
 * The catalog's name for a target. It always ends with a hash: targets and data
 * sources are both Resources, and one of each may have the same name.
 * @public
 */
export function toTargetEntityName(name: string): string {
  return withHash(name, `target/${name}`);
}

function withHash(name: string, hashed: string): string {
  const hash = shortHash(hashed).replace(/^\d(?=\d{7}$)/, 'x');
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .slice(0, MAX_LENGTH - hash.length - 1)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return slug === '' ? hash : `${slug}-${hash}`;
}

/** Ref of the catalog Component of a pipeline. @public */
export function pipelineEntityRef(name: string): string {
  return `component:default/${toEntityName(name)}`;
}

/** Ref of the catalog Resource of a data source. @public */
export function dataSourceEntityRef(name: string): string {
  return `resource:default/${toEntityName(name)}`;
}

/** Ref of the catalog Resource of a registered target. @public */
export function targetEntityRef(name: string): string {
  return `resource:default/${toTargetEntityName(name)}`;
}
