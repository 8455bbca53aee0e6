export { catalogModuleScaleph as default } from './module';
