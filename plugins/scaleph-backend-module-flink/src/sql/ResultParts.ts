import { FetchedResult } from '../gateway/GatewayTypes';

type Fetch = (
  token: number,
  onLargePart: (nextToken: number) => void,
) => Promise<FetchedResult>;
interface Asked {
  token: number;
  answer: Promise<FetchedResult>;
}

/**
 * The parts of one operation's result. The gateway gives a part once, and the
 * last one again; here the last part answered is kept, and the next is asked
 * for while the reader is busy with this one. Never more than that one ahead:
 * the gateway still has it, so that another back end can take over.
 *
 * @internal
 */
export class ResultParts {
  private kept: Asked | undefined;
  private ahead: Asked | undefined;
  /** Where the last reader that gave this token found rows, behind empty parts. */
  private found: { given: string; place: string } | undefined;

  constructor(private readonly fetch: Fetch) {}

  /** The place to begin at for a token: the same token finds the same rows. */
  placeOf(given: string): string {
    return this.found?.given === given ? this.found.place : given;
  }

  remember(given: string, place: string): void {
    this.found = { given, place };
  }

  async get(token: number): Promise<FetchedResult> {
    if (this.kept?.token === token) return this.kept.answer;
    const asked = this.ahead?.token === token ? this.ahead : this.ask(token);
    this.ahead = undefined;
    this.kept = asked;
    try {
      const part = await asked.answer;
      if (part.state === 'NOT_READY') this.forget(asked);
      return part;
    } catch (error) {
      this.forget(asked);
      throw error;
    }
  }

  /** Asks for a part that will be needed. */
  prepare(token: number): Promise<unknown> {
    if (this.ahead?.token !== token && this.kept?.token !== token) {
      this.ahead = this.ask(token);
    }
    // Whoever gets the part gets its error; a part that nobody gets fails nobody.
    return (this.ahead ?? this.kept!).answer.catch(() => undefined);
  }

  private ask(token: number): Asked {
    // A part that a reader waits for already: the next is on its way while this one is parsed.
    const answer = this.fetch(token, next => {
      if (this.kept?.token === token) this.prepare(next);
    });
    return { token, answer };
  }

  private forget(asked: Asked) {
    if (this.kept === asked) this.kept = undefined;
  }
}
