export { scaffolderModuleScaleph as default } from './module';
