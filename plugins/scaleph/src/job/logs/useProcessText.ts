import { toError } from '@backstage/errors';
import { ScalephApiError } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  ProcessText,
  ProcessTextQuery,
  RequestOptions,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePolling } from '../../hooks';
import { appendTail, NO_LINES, TailLines } from '../lib/appendTail';

/** Which text of which process. @internal */
export interface TextChoice {
  process: string;
  text: 'log' | 'stdout' | 'thread-dump';
  file?: string;
}

/** Where the texts come from: a run's job, or a whole cluster. @internal */
export interface TextSource {
  /** Another one has other texts. */
  id: string;
  read(query: ProcessTextQuery, options: RequestOptions): Promise<ProcessText>;
}

/** @internal */
export interface FollowedText {
  text: TailLines;
  /** When the cluster was asked last; absent before the first answer. */
  at?: string;
  error?: Error;
  reload(): void;
}

/** Asking again would change nothing. @internal */
export function isForbidden(error: Error | undefined): boolean {
  return error instanceof ScalephApiError && error.statusCode === 403;
}

// A browser shows that many without complaint; of more, the newest count.
const KEEP = 20_000;
const POLL_MILLISECONDS = 2000;
const TAIL_BYTES = 262_144;

/**
 * The end of a text of a process, followed while it grows. A thread dump is a
 * moment: it is asked for once, and again when somebody says so.
 *
 * @param source - keep it stable: another one starts anew
 * @param follow - asks again and again
 * @internal
 */
export function useProcessText(
  source: TextSource,
  choice: TextChoice | undefined,
  follow: boolean,
): FollowedText {
  const [state, setState] = useState<Omit<FollowedText, 'reload'>>({
    text: NO_LINES,
  });
  const loading = useRef<AbortController>();
  const { process, text, file } = choice ?? {};
  const isGrowing = text !== 'thread-dump';

  const load = useCallback(async () => {
    if (!process || !text || loading.current) {
      return;
    }
    const controller = new AbortController();
    loading.current = controller;
    const { signal } = controller;
    try {
      const query = { process, text, file, tailBytes: TAIL_BYTES };
      const answer = await source.read(query, { signal });
      if (!signal.aborted) {
        setState(before => ({
          at: answer.at,
          text: appendTail(
            isGrowing ? before.text : NO_LINES,
            answer.text,
            answer.truncated,
            KEEP,
          ),
        }));
      }
    } catch (cause) {
      if (!signal.aborted) {
        // What was read stays.
        setState(before => ({ ...before, error: toError(cause) }));
      }
    } finally {
      if (loading.current === controller) {
        loading.current = undefined;
      }
    }
  }, [source, process, text, file, isGrowing]);

  useEffect(() => {
    setState({ text: NO_LINES });
    load();
    return () => {
      loading.current?.abort();
      loading.current = undefined;
    };
  }, [load]);
  const polls = follow && isGrowing && !isForbidden(state.error);
  usePolling(load, polls ? POLL_MILLISECONDS : undefined);
  return { ...state, reload: load };
}
