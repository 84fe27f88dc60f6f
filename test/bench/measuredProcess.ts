/**
 * A server as a child process for measuring: started with its own data folder, watched through the operating system's
 * books (Linux only), ended by its id. The same for ours and for the peers.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Launch {
  /** Arguments for Node: the script to run, behind flags. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Without what scripts/launch/run.mjs gives Node: peers run as their users get them, and ours names what it gets. */
const launched = new Set(['NODE_COMPILE_CACHE', 'MALLOC_MMAP_THRESHOLD_']);
const defaults = Object.fromEntries(Object.entries(process.env).filter(([name]) => !launched.has(name)));

const settleFile = path.join(import.meta.dirname, 'settle.mjs');
/** What runs now; a bench that fails takes its servers with it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const nsPerSecond = 1e9;
const startLimitMs = 30_000;

export abstract class MeasuredProcess {
  readonly dataDir = mkdtempSync(path.join(os.tmpdir(), 'touchline-bench-'));
  /** `http://127.0.0.1:<port>` once started. */
  url = '';
  #child: ChildProcess | null = null;

  protected abstract launch(): Promise<Launch>;
  /** The address it answers at: printed by the server, or known beforehand. */
  protected abstract addressIn(printed: string): string | null;
  protected abstract readonly healthPath: string;

  /** Starts and waits for a healthy answer; gives the milliseconds from the start of the process to that. */
  async start(): Promise<number> {
    const { args, env, cwd } = await this.launch();
    const began = performance.now();
    const child = spawn(process.execPath, ['--expose-gc', '--import', settleFile, ...args], {
      env: { ...defaults, ...env },
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    for (;;) {
      this.url = this.addressIn(printed) ?? '';
      if (this.url !== '' && (await isHealthy(`${this.url}${this.healthPath}`)))
        return performance.now() - began;
      if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode} while starting`);
      if (performance.now() - began > startLimitMs) throw new Error('a server did not start');
      await sleep(2);
    }
  }

  /** Ends the process and waits until it is gone; the data stays for a restart. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /**
   * Processor seconds used so far (user and system, all threads that live), by the scheduler's books. Those of `stat` are
   * guessed from who runs at a tick, every 10 ms: with work in crumbs, two equal runs differ by a tenth there.
   */
  cpuSeconds(): number {
    const tasks = `/proc/${this.#pid()}/task`;
    const ns = readdirSync(tasks).map((id) => readFileSync(path.join(tasks, id, 'schedstat'), 'utf8'));
    return ns.reduce((sum, line) => sum + Number(line.split(' ')[0]), 0) / nsPerSecond;
  }

  /** Resident memory in bytes. */
  residentBytes(): number {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#pid()}/status`, 'utf8'));
    return Number(line?.[1] ?? Number.NaN) * 1024;
  }

  /** Resident memory after all garbage is collected. */
  async settledBytes(): Promise<number> {
    process.kill(this.#pid(), 'SIGUSR2');
    await sleep(700);
    process.kill(this.#pid(), 'SIGUSR2');
    await sleep(700);
    return this.residentBytes();
  }

  #pid(): number {
    const pid = this.#child?.pid;
    if (!pid) throw new Error('the server is not running');
    return pid;
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    // It does not listen yet.
    return false;
  }
}
