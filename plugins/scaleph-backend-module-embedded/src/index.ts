export { scalephModuleEmbedded as default } from './module';
