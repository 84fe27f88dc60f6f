/** `touchline future map.json`: a future state of a map, in which every touchpoint names the one it comes from. */
import { parseArgs } from 'node:util';
import { futureState } from '../../src/model/futureState.ts';
import { writeMapText } from '../../src/model/writeMap.ts';
import { titleOfFuture } from '../../src/words/futureWords.ts';
import { errorText } from '../log.ts';
import { CommandError, exitCodes, onlyFile, readMapFile, type Command } from './command.ts';

export const futureUsage = `touchline future <map.json | -> [--out <file>]

  Makes a future state of a map: a copy in which every touchpoint names its origin, so that
  "touchline analyse future.json --base map.json --json" can compare the two.

  --out <file>      where to write it; else it is printed`;

export const future: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    terminal.out(`${futureUsage}\n`);
    return exitCodes.done;
  }
  const map = await readMapFile(onlyFile(positionals, futureUsage), terminal);
  const text = writeMapText(
    futureState(map, { id: terminal.newId(), title: titleOfFuture(map.map), now: terminal.now() }),
  );
  const { out } = values;
  if (out === undefined) terminal.out(text);
  else
    await terminal.write(out, text).catch((error: unknown) => {
      throw new CommandError(`${out} cannot be written (${errorText(error)}).`);
    });
  return exitCodes.done;
};
