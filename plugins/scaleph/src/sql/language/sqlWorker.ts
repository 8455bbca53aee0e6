import { createAnswerer } from './createAnswerer';
import type { SqlRequest } from './messages';

// Runs in a worker: `self` is its scope, which TypeScript's DOM types call a window.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<SqlRequest>) => void;
  postMessage(message: unknown): void;
};
const answer = createAnswerer();
scope.onmessage = ({ data }) => scope.postMessage(answer(data));
