/** `touchline backup`: a copy of everything while the server runs, and the check of such a copy (R44). */
import { parseArgs } from 'node:util';
import { errorText } from '../log.ts';
import { backUp, BackupError, checkBackup } from '../storage/backup.ts';
import { CommandError, exitCodes, onlyFile, type Command } from './command.ts';

export const backupUsage = `touchline backup <folder> [options]

  Copies the data folder into a new folder, while the server runs and people edit: everything as it
  was stored at one moment. To go back, start a server with DATA_DIR=<folder>.

  --data <folder>   the server's DATA_DIR; ./data if left out
  --check           instead, reads a backup through and compares every map with what was noted when it
                    was made. Exit code 1 when something is damaged or missing`;

export const backup: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      check: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    terminal.out(`${backupUsage}\n`);
    return exitCodes.done;
  }
  const folder = onlyFile(positionals, backupUsage, 'folder');
  try {
    if (values.check) {
      const { all, wrong } = await checkBackup(folder);
      for (const key of wrong) terminal.err(`${key} is not as it was when the backup was made.\n`);
      terminal.out(`${folder}: ${all - wrong.length} of ${all} contents are whole.\n`);
      return wrong.length === 0 ? exitCodes.done : exitCodes.wrongMap;
    }
    const digests = await backUp(values.data ?? './data', folder);
    const damaged = Object.keys(digests).filter((key) => digests[key] === null);
    for (const key of damaged) terminal.err(`${key} is damaged; it was copied as it is.\n`);
    terminal.out(`${folder}: ${Object.keys(digests).length} contents.\n`);
    return damaged.length === 0 ? exitCodes.done : exitCodes.wrongMap;
  } catch (error) {
    if (error instanceof BackupError) throw new CommandError(error.message);
    throw new CommandError(`The backup failed (${errorText(error)}). The data folder was not changed.`);
  }
};
