/** A secret that is set, as it is stored. @internal */
export interface SecretRow {
  /** Id of the registration that has it. */
  owner_id: string;
  name: string;
  source: 'value' | 'environment' | 'kubernetesSecret';
  /** Key that sealed a value. */
  key_id: string | null;
  /** An encrypted value, base64. */
  sealed: string | null;
  /** JSON; where a value is kept otherwise. */
  reference: string | null;
}
