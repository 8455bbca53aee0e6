import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Engine } from './engine/Engine';
import { DataSourceType } from './dataSources/DataSourceType';
import { SecretResolver } from './secrets/SecretResolver';

/** Adds engines. @public */
export interface ScalephEnginesExtensionPoint {
  /** Throws when the id is taken. */
  addEngine(engine: Engine): void;
}

/** @public */
export const scalephEnginesExtensionPoint =
  createExtensionPoint<ScalephEnginesExtensionPoint>({
    id: 'scaleph.engines',
  });

/** Adds types of data sources. @public */
export interface ScalephDataSourceTypesExtensionPoint {
  /** Throws when the type is taken. */
  addDataSourceType(type: DataSourceType): void;
}

/** @public */
export const scalephDataSourceTypesExtensionPoint =
  createExtensionPoint<ScalephDataSourceTypesExtensionPoint>({
    id: 'scaleph.dataSourceTypes',
  });

/** Adds places where secrets are kept. @public */
export interface ScalephSecretResolversExtensionPoint {
  addSecretResolver(resolver: SecretResolver): void;
}

/** @public */
export const scalephSecretResolversExtensionPoint =
  createExtensionPoint<ScalephSecretResolversExtensionPoint>({
    id: 'scaleph.secretResolvers',
  });
