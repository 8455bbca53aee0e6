import { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';

/**
 * Targets: the places where pipelines can run, as the installed engines know
 * them. Nothing is stored; each question asks the engines.
 *
 * @internal
 */
export interface TargetService {
  list(caller: Caller): Promise<Target[]>;
}
