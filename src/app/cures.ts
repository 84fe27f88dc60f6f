/** What cures a problem of a map's page. */
import type { ProblemKey } from '../words/problems.ts';

export const cures: Readonly<Record<'reload' | 'retry', readonly ProblemKey[]>> = {
  /** Loading the page again. */
  reload: ['otherGeneration', 'roleChanged', 'outOfStep', 'partMissing'],
  /** Time. */
  retry: ['serverDown', 'tooMany', 'serverCannotSave', 'mapUnreadable', 'serverFault'],
};
