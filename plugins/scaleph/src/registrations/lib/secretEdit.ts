import type {
  SecretInput,
  SecretStatus,
} from '@scaleph/backstage-plugin-scaleph-common';

/** What a user wants of one secret. A stored value is never known here. */
export type SecretEdit =
  | { mode: 'keep' }
  | { mode: 'none' }
  | { mode: 'value'; value: string }
  | { mode: 'environment'; environment: string }
  | { mode: 'kubernetes'; namespace: string; name: string; key: string };

export type SecretMode = SecretEdit['mode'];

/** A fresh edit of a mode, with nothing typed yet. */
export function emptySecretEdit(mode: SecretMode): SecretEdit {
  switch (mode) {
    case 'value':
      return { mode, value: '' };
    case 'environment':
      return { mode, environment: '' };
    case 'kubernetes':
      return { mode, namespace: '', name: '', key: '' };
    default:
      return { mode };
  }
}

/** Where an edit begins: a stored secret is kept, a new one is typed. */
export function initialSecretEdit(
  status: SecretStatus | undefined,
  isNew: boolean,
): SecretEdit {
  if (status?.set) return { mode: 'keep' };
  return emptySecretEdit(isNew ? 'value' : 'none');
}

/**
 * For the API: undefined leaves the secret as it is, null removes it. Typing
 * nothing means nothing was said.
 */
export function toSecretInput(
  edit: SecretEdit,
  status: SecretStatus | undefined,
): SecretInput | null | undefined {
  switch (edit.mode) {
    case 'value':
      return edit.value === '' ? undefined : { value: edit.value };
    case 'environment':
      return { environment: edit.environment };
    case 'kubernetes': {
      const { namespace, name, key } = edit;
      return { kubernetesSecret: { namespace, name, key } };
    }
    case 'none':
      return status?.set ? null : undefined;
    default:
      return undefined;
  }
}

/** Whether everything that the mode needs is typed. */
export function isCompleteSecret(edit: SecretEdit, required: boolean): boolean {
  switch (edit.mode) {
    case 'value':
      return edit.value !== '' || !required;
    case 'environment':
      return /^[A-Za-z_][A-Za-z0-9_]*$/.test(edit.environment);
    case 'kubernetes':
      return [edit.namespace, edit.name, edit.key].every(Boolean);
    case 'none':
      return !required;
    default:
      return true;
  }
}
