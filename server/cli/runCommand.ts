/** Finds the command that was asked for and runs it. `serve` is not here: it does not end. */
import { errorText } from '../log.ts';
import { analyse, analyseUsage } from './analyseCommand.ts';
import { backup, backupUsage } from './backupCommand.ts';
import { check, checkUsage } from './checkCommand.ts';
import { CommandError, exitCodes, type Command, type Terminal } from './command.ts';
import { exportMap, exportUsage } from './exportCommand.ts';
import { future, futureUsage } from './futureCommand.ts';
import { importFile, importUsage } from './importCommand.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['analyse', analyse],
  ['backup', backup],
  ['check', check],
  ['export', exportMap],
  ['future', future],
  ['import', importFile],
]);

const usage = `touchline serve

  Runs the server with the settings of the environment.

${[analyseUsage, backupUsage, checkUsage, exportUsage, futureUsage, importUsage].join('\n\n')}`;

/** The exit code. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(`${usage}\n`);
    return exitCodes.done;
  }
  const command = commands.get(name);
  if (!command) {
    const names = ['serve', ...commands.keys()].join(', ');
    terminal.err(`touchline: there is no command "${name}". Use one of: ${names}, or "touchline help".\n`);
    return exitCodes.notUnderstood;
  }
  try {
    return await command(rest, terminal);
  } catch (error) {
    if (error instanceof CommandError) {
      terminal.err(`${error.message}\n`);
      return error.exitCode;
    }
    // What parseArgs does not know, it says in a sentence.
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      terminal.err(`${errorText(error)}\nAsk "touchline ${name} --help".\n`);
      return exitCodes.notUnderstood;
    }
    throw error;
  }
}
