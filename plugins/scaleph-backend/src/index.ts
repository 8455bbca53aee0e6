export { scalephPlugin as default } from './plugin';
