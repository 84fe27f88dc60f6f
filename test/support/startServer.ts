/**
 * A real server for tests, on a free port with a data folder of its own: as a child process (to be killed), or in
 * this process (to be looked into). Whoever starts one stops it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { startTouchline, type Replacements } from '../../server/touchline.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** The address to open; with the create token when one is needed. */
  readonly openUrl: string;
  readonly dataDir: string;
  /** What it wrote to its log so far. */
  log(): string;
  /** Stops it cleanly and removes a folder it made itself. */
  stop(): Promise<void>;
}

export interface ChildServer extends RunningServer {
  /** kill -9. The data folder stays. */
  kill(): Promise<void>;
  /** Sends a signal and waits for the end; the answer is the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface StartOptions {
  /** Kept when it stops; without it a new one is made and removed. */
  readonly dataDir?: string;
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A server in a child process, as `node server/main.ts` starts it. */
export async function startServer(options: StartOptions = {}): Promise<ChildServer> {
  const dataDir = options.dataDir ?? newFolder();
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: projectFolder,
    env: {
      ...withoutSettings(),
      LOG_LEVEL: 'warn',
      ...options.env,
      PORT: options.env?.['PORT'] ?? '0',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', log: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.log += text));
  const openUrl = await readyAddress(child, output);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  };
  return {
    url: new URL(openUrl).origin,
    openUrl,
    dataDir,
    log: () => output.log,
    end,
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      await end('SIGTERM');
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The exit code and the words of a server that is expected not to start. */
export async function startFails(options: StartOptions): Promise<{ code: number | null; words: string }> {
  try {
    const server = await startServer(options);
    await server.stop();
  } catch (error) {
    if (error instanceof DidNotStart) return { code: error.code, words: error.message };
    throw error;
  }
  throw new Error('the server started although it should not');
}

/** A server in this process. */
export async function startInProcess(
  options: StartOptions & { replace?: Replacements } = {},
): Promise<RunningServer> {
  const dataDir = options.dataDir ?? newFolder();
  const config = readConfig({ PORT: '0', ...options.env, DATA_DIR: dataDir });
  let lines = '';
  const log = createLog(
    'debug',
    (line) => {
      lines += `${line}\n`;
    },
    Date.now,
  );
  const touchline = await startTouchline(config, log, options.replace);
  return {
    url: touchline.url,
    openUrl: touchline.openUrl,
    dataDir,
    log: () => lines,
    async stop() {
      await touchline.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'touchline-'));
}

class DidNotStart extends Error {
  readonly code: number | null;
  constructor(code: number | null, words: string) {
    super(words);
    this.code = code;
  }
}

function readyAddress(
  child: ChildProcess,
  output: { readonly out: string; readonly log: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /Open (http\S+)/.exec(output.out)?.[1];
      if (address) resolve(address);
    });
    child.once('close', (code) => reject(new DidNotStart(code, output.log)));
  });
}

/** The settings of whoever runs the tests must not reach the server under test. */
function withoutSettings(): NodeJS.ProcessEnv {
  const ours = /^(PORT|HOST|DATA_DIR|PUBLIC_URL|CREATE_TOKEN|TRUST_PROXY|LOG_LEVEL|MAX_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
