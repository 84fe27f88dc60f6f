/**
 * The server's log: one line an event, as JSON, to standard error. Never tokens, never content of maps (R77):
 * callers pass names and numbers; whatever text gets in (an error's message) is cut and its line breaks are escaped.
 */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];
type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  error(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  debug(event: string, facts?: LogFacts): void;
}

const maxText = 300;
/** What a token or device key looks like; none has any business in a log, so it is taken out wherever it slips in. */
const secretLike = /[A-Za-z0-9_-]{22,}/g;

/** A log that writes lines at `level` or graver. */
export function createLog(level: LogLevel, write: (line: string) => void, now: () => number): Log {
  const deepest = logLevels.indexOf(level);
  const at =
    (kind: LogLevel) =>
    (event: string, facts: LogFacts = {}) => {
      if (logLevels.indexOf(kind) > deepest) return;
      const clean = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, cleanValue(value)]));
      write(JSON.stringify({ at: new Date(now()).toISOString(), level: kind, event, ...clean }));
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** What went wrong, for a log line: never more than the error's own message. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function cleanValue(value: LogFacts[string]): LogFacts[string] {
  return typeof value === 'string' ? value.slice(0, maxText).replace(secretLike, '…') : value;
}
