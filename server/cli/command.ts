/**
 * What the commands of `touchline` share: how they speak to the world, how they read a map, and how they end.
 * Exit codes: 0 done · 1 the map is not right · 2 the command was not understood or a file cannot be read or written.
 */
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMapText } from '../../src/model/parseMap.ts';
import type { Reason } from '../../src/model/reasons.ts';
import { problemActions } from '../../src/words/crash.ts';
import type { InterfaceLanguage } from '../../src/words/language.ts';
import { ruleText } from '../../src/words/reasons.ts';
import { errorText } from '../log.ts';

export interface Terminal {
  /** The text of a file, or of the standard input for `-`. */
  read(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  /** Makes a folder with those on the way, and makes sure that files can be written to it. */
  folder(path: string): Promise<void>;
  /** Makes the folders on the way. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  out(content: string | Uint8Array): void;
  err(text: string): void;
  /** Today, `YYYY-MM-DD`. */
  today(): string;
  /** An ISO time in UTC. */
  now(): string;
  newId(): string;
}

/** Runs with what stands behind the command's name; the answer is the exit code. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

export const exitCodes = { done: 0, wrongMap: 1, notUnderstood: 2 } as const;

/** Ends a command with a sentence. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.notUnderstood) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The map in a file. Throws CommandError: with every reason when the file is no map. */
export async function readMapFile(
  path: string,
  terminal: Terminal,
  language: InterfaceLanguage = 'en',
): Promise<JourneyMap> {
  const text = await terminal.read(path).catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read (${errorText(error)}).`);
  });
  const parsed = parseMapText(text);
  if (parsed.ok) return parsed.map;
  const lines = tellReasons(language, parsed.reasons);
  throw new CommandError(
    [`${path} is not a map that can be imported:`, ...lines].join('\n'),
    exitCodes.wrongMap,
  );
}

/** Why a file is refused, a line a reason. */
export function tellReasons(language: InterfaceLanguage, reasons: readonly Reason[]): string[] {
  const { whole } = problemActions[language];
  return reasons.map(({ path, rule }) => `  ${path === '$' ? whole : path} ${ruleText(rule, language)}`);
}

/** The one file a command is about; `what` it is called. */
export function onlyFile(files: readonly string[], usage: string, what = 'map file'): string {
  const [file, another] = files;
  if (file === undefined || another !== undefined)
    throw new CommandError(
      `${file === undefined ? `Name a ${what}` : `One ${what.split(' ').at(-1)} only`}.\n\n${usage}`,
    );
  return file;
}

export function languageOf(wished: string | undefined, usage: string): InterfaceLanguage | null {
  if (wished === undefined || wished === 'en' || wished === 'zh') return wished ?? null;
  throw new CommandError(`--lang is en or zh, not "${wished}".\n\n${usage}`);
}
