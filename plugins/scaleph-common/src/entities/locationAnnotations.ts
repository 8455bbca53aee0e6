import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';

/** The annotations by which the catalog knows who manages an entity. @internal */
export function locationAnnotations(
  collection: 'pipelines' | 'data-sources' | 'targets',
  name: string,
): Record<string, string> {
  const location = `scaleph:${collection}/${name}`;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
  };
}
