/** Our server for measuring, started as a user gets it. */
import path from 'node:path';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { MeasuredProcess, type Launch } from './measuredProcess.ts';

const root = path.resolve(import.meta.dirname, '../..');

export class ServerProcess extends MeasuredProcess {
  protected readonly healthPath = '/healthz';

  protected async launch(): Promise<Launch> {
    return {
      // What `npm start` gives it: the flags of package.json, the compile cache and the memory of scripts/launch/run.mjs.
      args: ['--max-semi-space-size=4', '--v8-pool-size=1', path.join(root, 'server/main.ts')],
      env: {
        NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/touchline'),
        MALLOC_MMAP_THRESHOLD_: String(32 * 1024),
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
      },
    };
  }

  protected addressIn(printed: string): string | null {
    return /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? null;
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
}
