/**
 * Why a file is not read at all: the model's reasons, thrown inside a reader and caught once at the door (readSource.ts),
 * so that a reader deep inside a workbook need not hand it up through every call.
 */
import type { Reason, Rule } from '../model/reasons.ts';

export interface Refused {
  readonly ok: false;
  readonly reasons: readonly Reason[];
}

export class Refusal extends Error {
  readonly reasons: readonly Reason[];
  constructor(reasons: readonly Reason[]) {
    super(reasons[0]?.rule.code ?? 'refused');
    this.reasons = reasons;
  }
}

/** `path`: the part or line of the file; `$` is the file itself. */
export function refuse(rule: Rule, path = '$'): never {
  throw new Refusal([{ path, value: null, rule }]);
}
