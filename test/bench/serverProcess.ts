/** The real server as a child process for measuring: started as a user gets it, watched through the operating system. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CreatedMap } from '../../src/protocol/http.ts';

const root = path.resolve(import.meta.dirname, '../..');

export class ServerProcess {
  readonly dataDir = mkdtempSync(path.join(os.tmpdir(), 'touchline-bench-'));
  url = '';
  #child: ChildProcess | null = null;

  /** Starts and waits until the address is printed; gives the milliseconds from the start to a healthy answer. */
  async start(): Promise<number> {
    const began = performance.now();
    const child = spawn(process.execPath, [path.join(root, 'server/main.ts')], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: this.dataDir, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.url = await new Promise<string>((resolve, reject) => {
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
        if (address) resolve(address);
      });
      child.once('exit', (code) =>
        reject(new Error(`the server ended with ${code} before it printed its address`)),
      );
    });
    const health = await fetch(`${this.url}/healthz`);
    if (!health.ok) throw new Error(`the server is not healthy: ${health.status}`);
    return performance.now() - began;
  }

  /** Ends the process and waits until it is gone; the data stays for a restart. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    this.#child = null;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async createMap(body: object): Promise<CreatedMap> {
    const answer = await fetch(`${this.url}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`no map: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as CreatedMap;
  }

  /** Processor seconds used so far (user and system), from the kernel's books; Linux only. */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.#pid()}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticksPerSecond = 100;
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  /** Resident memory in bytes; Linux only. */
  residentBytes(): number {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#pid()}/status`, 'utf8'));
    return Number(line?.[1] ?? Number.NaN) * 1024;
  }

  #pid(): number {
    const pid = this.#child?.pid;
    if (!pid) throw new Error('the server is not running');
    return pid;
  }
}
