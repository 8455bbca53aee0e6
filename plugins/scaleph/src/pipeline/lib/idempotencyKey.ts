/**
 * A key that no other request has. Portals that are served without TLS have no
 * `crypto.randomUUID`.
 *
 * @internal
 */
export function idempotencyKey(): string {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [...random].map(it => it.toString(16).padStart(8, '0')).join('');
}
