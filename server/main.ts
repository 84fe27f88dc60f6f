/**
 * `node server/main.ts`: reads the settings, starts, prints the address to open, stops cleanly on Ctrl-C or SIGTERM.
 * Whatever keeps it from starting is told in a sentence, with exit code 1.
 */
import { readConfig } from './config.ts';
import { createLog, errorText } from './log.ts';
import { startTouchline } from './touchline.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel, (line) => process.stderr.write(`${line}\n`), Date.now);
  const touchline = await startTouchline(config, log);
  process.stdout.write(`Touchline is ready. Open ${touchline.openUrl}\n`);
  let isStopping = false;
  const stop = (signal: string) => {
    // Asked twice: whoever asks does not want to wait. Nothing that was called saved can be lost by that.
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info('stopping', { signal });
    touchline.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('the stop failed', { reason: errorText(error) });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${errorText(error)}\n`);
  process.exit(1);
});
