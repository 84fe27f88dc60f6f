/** A file that was not read, as a problem to be shown: what kind of trouble, and the reasons with their places. */
import type { Reason } from '../../model/reasons.ts';
import type { ProblemKey } from '../../words/problems.ts';

/** Something inside it is wrong, as against a file of a kind that is not read, or that is damaged. */
const contentCodes: ReadonlySet<string> = new Set([
  'not-a-map',
  'other-format',
  'too-many-records',
  'other-cjml',
]);

export function problemOfRefusal(reasons: readonly Reason[]): ProblemKey {
  const [first] = reasons;
  if (first?.rule.code === 'file-too-large') return 'fileTooLarge';
  const isContent = first !== undefined && (/^[$#]./.test(first.path) || contentCodes.has(first.rule.code));
  return isContent && first.rule.code !== 'broken-xml' ? 'fileRefused' : 'fileUnreadable';
}
