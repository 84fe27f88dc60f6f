/** `touchline analyse map.json --json`: every analysis and check of a map, the same object as `GET …/analyses`. */
import { parseArgs } from 'node:util';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { tellAnalyses } from '../analyses.ts';
import { CommandError, exitCodes, languageOf, onlyFile, readMapFile, type Command } from './command.ts';

export const analyseUsage = `touchline analyse <map.json | -> --json [options]

  Prints every analysis (A1 to A23) and check (L01 to L17) of a map as JSON.

  --json            the form of the answer, which is the only one
  --persona <id>    as this persona meets and feels it
  --tier <id>       with this tier's response targets
  --base <file>     compares with this map (A14)
  --on <date>       the day for dated topics, YYYY-MM-DD; today
  --lang <en|zh>    the language of the checks; the map's own`;

export const analyse: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      persona: { type: 'string' },
      tier: { type: 'string' },
      base: { type: 'string' },
      on: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    terminal.out(`${analyseUsage}\n`);
    return exitCodes.done;
  }
  const file = onlyFile(positionals, analyseUsage);
  const language = languageOf(values.lang, analyseUsage);
  if (values.on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.on))
    throw new CommandError(`--on is a date such as 2025-03-01, not "${values.on}".`);
  const map = await readMapFile(file, terminal, language ?? 'en');
  const base = values.base === undefined ? null : await readMapFile(values.base, terminal, language ?? 'en');
  const persona = knownId(values.persona, map.personas, 'persona');
  const tier = knownId(values.tier, map.tiers, 'tier');
  const told = tellAnalyses(map, { persona, tier, base, on: values.on ?? terminal.today() }, language);
  terminal.out(`${JSON.stringify(told, null, 2)}\n`);
  return exitCodes.done;
};

function knownId(
  id: string | undefined,
  records: JourneyMap['personas'] | JourneyMap['tiers'],
  what: string,
): string | null {
  if (id === undefined) return null;
  if (records.some((record) => record.id === id)) return id;
  const known = records.map((record) => `${record.id} (${record.name})`).join(', ');
  throw new CommandError(`The map has no ${what} "${id}". It has: ${known || 'none'}.`);
}
