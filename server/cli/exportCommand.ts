/** `touchline export map.json`: the map as files of any formats, the same bytes as the page and the API give. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  chooseOptions,
  isOption,
  optionNames,
  optionSpecs,
  type OptionName,
} from '../../src/export/exportOptions.ts';
import { drawFile, fileFormats, formatOf, type FileFormat } from '../../src/export/fileFormats.ts';
import { safeName } from '../../src/export/fileNames.ts';
import { isTooLarge } from '../../src/export/pngFile.ts';
import { sliceFaults } from '../../src/export/slice.ts';
import { drawTools } from '../exports/drawTools.ts';
import { errorText } from '../log.ts';
import { CommandError, exitCodes, onlyFile, readMapFile, type Command } from './command.ts';

const known = fileFormats.map(({ format }) => format).join(', ');

export const exportUsage = `touchline export <map.json | -> --to <formats> [--out <folder | ->] [options]

  Writes a map as files, without a server or a browser: map.json becomes map.svg, map.pptx …
  The names of the files are printed, what goes on is told on the standard error.

  --to <formats>    one or several with commas between: ${known}
  --out <folder>    where to; this folder if left out. "-" prints the file, of one format
${optionNames.map(optionLine).join('\n')}

${fileFormats.map(({ format, about }) => `  ${format.padEnd(6)}${about}`).join('\n')}`;

const flag = { type: 'string' } as const;
const optionFlags = Object.fromEntries(optionNames.map((name) => [name, flag])) as Readonly<
  Record<OptionName, typeof flag>
>;

export const exportMap: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      ...optionFlags,
    },
  });
  if (values.help) {
    terminal.out(`${exportUsage}\n`);
    return exitCodes.done;
  }
  const file = onlyFile(positionals, exportUsage);
  const formats = formatsIn(values.to);
  const wished = Object.fromEntries(
    optionNames.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  checkOptions(wished, formats);
  const out = values.out ?? '.';
  if (out === '-' && formats.length > 1)
    throw new CommandError('"--out -" prints one file: name one format after --to.');

  const journey = await readMapFile(file, terminal);
  const options = chooseOptions(wished);
  const [fault] = sliceFaults(journey, options);
  if (fault) throw new CommandError(`--${fault.option}: the map has no "${fault.value}".`);
  // Told before anything is drawn, which may take a while.
  if (out !== '-')
    await terminal.folder(out).catch((error: unknown) => {
      throw new CommandError(
        `${out} cannot be written to (${errorText(error)}). Name another folder after --out.`,
      );
    });
  const base = file === '-' ? safeName(journey.map.title) : path.basename(file).replace(/\.json$/i, '');
  for (const [index, format] of formats.entries()) {
    terminal.err(`${index + 1}/${formats.length} ${format.format} …\n`);
    let told = -1;
    const bytes = await drawFile(journey, format, options, {
      ...drawTools,
      onProgress: (share) => {
        const percent = Math.round(share * 100);
        if (percent > told) terminal.err(`  ${percent}%\n`);
        told = Math.max(told, percent);
      },
    }).catch((error: unknown) => {
      const message = errorText(error);
      if (!isTooLarge(message)) throw error;
      throw new CommandError(
        `${message}; a picture has at most a gigapixel. Ask for a smaller --scale or --width.`,
      );
    });
    if (out === '-') {
      terminal.out(bytes);
      continue;
    }
    const target = path.join(out, `${base}.${format.ending}`);
    await terminal.write(target, bytes).catch((error: unknown) => {
      throw new CommandError(`${target} cannot be written (${errorText(error)}).`);
    });
    terminal.out(`${target}\n`);
  }
  return exitCodes.done;
};

function formatsIn(to: string | undefined): readonly FileFormat[] {
  if (to === undefined) throw new CommandError(`Say which formats: --to ${known}.\n\n${exportUsage}`);
  const names = [...new Set(to.split(',').map((name) => name.trim().toLowerCase()))];
  return names.map((name) => {
    const format = formatOf(name);
    if (!format) throw new CommandError(`There is no format "${name}". There are: ${known}.`);
    return format;
  });
}

function checkOptions(
  wished: Readonly<Record<string, string | undefined>>,
  formats: readonly FileFormat[],
): void {
  for (const name of optionNames) {
    const value = wished[name];
    if (value === undefined) continue;
    const { choices, written } = optionSpecs[name];
    if (!isOption(name, value))
      throw new CommandError(
        `--${name} is ${choices ? `one of ${choices.join(', ')}` : written}, not "${value}".`,
      );
    if (!formats.some(({ takes }) => takes.includes(name)))
      throw new CommandError(`--${name} does nothing for ${formats.map(({ format }) => format).join(', ')}.`);
  }
}

function optionLine(name: OptionName): string {
  const { written, about } = optionSpecs[name];
  const takers = fileFormats.flatMap(({ format, takes }) => (takes.includes(name) ? [format] : []));
  const whose = takers.length === fileFormats.length ? 'all' : takers.join(', ');
  return `  ${`--${name}`.padEnd(18)}${written}\n${' '.repeat(20)}${about} (${whose})`;
}
