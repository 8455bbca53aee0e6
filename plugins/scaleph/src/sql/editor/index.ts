export { SqlEditor } from './SqlEditor';
export type { SqlEditorHandle, SqlEditorProps } from './SqlEditor';
