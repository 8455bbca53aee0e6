/** A place outside of Scaleph's database where the value of a secret is kept. @public */
export type SecretReference =
  | { environment: string }
  | { kubernetesSecret: { namespace: string; name: string; key: string } };

/** Reads the value that a reference names. @public */
export interface SecretResolver {
  /** Field of SecretReference that it serves, e.g. `environment`. */
  readonly source: 'environment' | 'kubernetesSecret';
  /** Throws NotAllowedError when the configuration does not allow the reference; asked when a reference is saved, and again on use. */
  check(reference: SecretReference): Promise<void>;
  /** Throws NotFoundError, naming the reference, when there is no such value. */
  resolve(reference: SecretReference): Promise<string>;
}
