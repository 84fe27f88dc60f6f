#!/usr/bin/env -S node --max-semi-space-size=2
/** The `touchline` command: `touchline serve` runs the server, all others do their work and end (runCommand.ts). */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { newId } from '../auth/tokens.ts';
import { makeFolder, makeWritable } from '../writableFolder.ts';
import type { Terminal } from './command.ts';

const [name = 'serve', ...rest] = process.argv.slice(2);
if (name === 'serve') {
  await import('../main.ts');
} else {
  const terminal: Terminal = {
    read: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
    readBytes: (path) => (path === '-' ? buffer(process.stdin) : readFile(path)),
    folder: async (path) => makeWritable(path),
    write: async (path, content) => {
      makeFolder(dirname(path));
      await writeFile(path, content);
    },
    out: (content) => process.stdout.write(content),
    err: (words) => process.stderr.write(words),
    today: () => new Date().toISOString().slice(0, 10),
    now: () => new Date().toISOString(),
    newId,
  };
  // Whoever reads (`| head`) may stop before the end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  const { runCommand } = await import('./runCommand.ts');
  // Not process.exit: a pipe may still be taking what was written.
  process.exitCode = await runCommand([name, ...rest], terminal);
}
