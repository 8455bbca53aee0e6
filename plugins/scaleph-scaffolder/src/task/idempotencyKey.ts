import { createHash } from 'node:crypto';

/**
 * The same for each try of the same step of the same task with the same content, so that a task that is tried again makes nothing twice.
 * The content counts, because a step with `each` runs several times under one id.
 *
 * @internal
 */
export function idempotencyKey(
  context: { task: { id: string }; step?: { id?: string } },
  content: unknown,
): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([context.step?.id, content]))
    .digest('hex')
    .slice(0, 32);
  return `scaffolder-${context.task.id.slice(0, 100)}-${digest}`;
}
