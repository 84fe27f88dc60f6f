/** `touchline check map.json`: can the file be imported, and what do the checks say? Findings warn; they are no error. */
import { parseArgs } from 'node:util';
import { tellAnalyses, type ToldAnalyses } from '../analyses.ts';
import { exitCodes, languageOf, onlyFile, readMapFile, type Command } from './command.ts';
import { checkWords } from '../../src/words/checks.ts';

export const checkUsage = `touchline check <map.json | -> [options]

  Says whether a file can be imported, and what the checks (L01 to L17) find in it.
  Exit code 0: it can, whatever the checks say; 1: it cannot, with the reasons.

  --json            the findings as JSON
  --all             also findings that somebody set aside
  --on <date>       the day for dated topics, YYYY-MM-DD; today
  --lang <en|zh>    the language of the answer; English`;

export const check: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      all: { type: 'boolean' },
      on: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    terminal.out(`${checkUsage}\n`);
    return exitCodes.done;
  }
  const file = onlyFile(positionals, checkUsage);
  const language = languageOf(values.lang, checkUsage) ?? 'en';
  const map = await readMapFile(file, terminal, language);
  const { lint } = tellAnalyses(map, { on: values.on ?? terminal.today() }, language);
  const shown = values.all ? lint : lint.filter(({ dismissed }) => dismissed === null);
  if (values.json) terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
  else terminal.out(sentences(file, shown, language));
  return exitCodes.done;
};

function sentences(file: string, lint: ToldAnalyses['lint'], language: 'en' | 'zh'): string {
  if (lint.length === 0)
    return language === 'en' ? `${file}: nothing to say.\n` : `${file}：没有发现问题。\n`;
  return lint
    .map(({ code, kind, message, dismissed }) => {
      const todo = dismissed ? `(${dismissed.reason})` : checkWords[language][kind].todo;
      return `${code}  ${message}\n     ${todo}\n`;
    })
    .join('');
}
