#!/usr/bin/env node
/** The `touchline` command. `touchline serve` runs the server with the settings of the environment. */
const [command = 'serve'] = process.argv.slice(2);
if (command === 'serve') {
  await import('../main.ts');
} else {
  process.stderr.write(`touchline: there is no command "${command}". Use: touchline serve\n`);
  process.exit(2);
}
