import { FlinkRequestError } from '../http/FlinkRequestError';
import { Recording } from './recordings';

/** How a call ended: the status of its refusal, or 200. Any other error is thrown. */
export async function outcomeOf(
  answer: Promise<unknown>,
): Promise<{ status: number; message: string }> {
  try {
    await answer;
    return { status: 200, message: '' };
  } catch (error) {
    if (!(error instanceof FlinkRequestError)) throw error;
    return { status: error.status, message: error.message };
  }
}

/** What a client must have sent at least; nothing when no JSON was recorded. */
export function jsonBodyOf({ body }: Recording): { body?: object } {
  return typeof body === 'object' && body !== null ? { body } : {};
}
