import { JsonObject } from '@backstage/types';
import { PipelineNode } from '@scaleph/backstage-plugin-scaleph-common';
import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import { Refuse } from './bindDataSource';
import { SeaTunnelRelease } from './SeaTunnelRelease';
import { translateFile } from './translateFile';
import { translateJdbc } from './translateJdbc';
import { translateSql } from './translateSql';

/** @internal */
export interface NodeTranslation {
  node: PipelineNode;
  /** Ids of the nodes above. */
  inputs: string[];
  release: SeaTunnelRelease;
  connection: Connection | undefined;
  refuse: Refuse;
}

/** The options of a node as SeaTunnel's connector of that release has them. @internal */
export function translateNode(translation: NodeTranslation): JsonObject {
  const { node, release, refuse } = translation;
  const options = (node.options ?? {}) as JsonObject;
  switch (node.connector) {
    case 'Jdbc':
      return translateJdbc(translation);
    case 'LocalFile':
      return translateFile(translation);
    case 'Sql':
      return translateSql(translation);
    case 'Filter': {
      if (release.filterHasExclude) return options;
      if (options.exclude_fields !== undefined) {
        refuse(
          `SeaTunnel ${release.version} has no exclude_fields`,
          'Name the columns to keep in include_fields.',
          'exclude_fields',
        );
      }
      return { fields: options.include_fields };
    }
    case 'Console': {
      // Ours alone: SeaTunnel prints every row.
      const { limit: _, ...rest } = options;
      return rest;
    }
    default:
      return options;
  }
}
