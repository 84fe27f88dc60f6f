/** Settings: right ones are read, nonsense refuses to start with a sentence for each. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, isLoopbackHost, readConfig, settingsTable } from '../../server/config.ts';

describe('settings', () => {
  it('have standards that need nothing to be set; empty counts as not set', () => {
    const standard = readConfig({});
    expect(standard).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      publicUrl: null,
      createToken: null,
      trustProxy: false,
    });
    expect(standard.dataDir).toBe(path.resolve('data'));
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ' })).toEqual(standard);
  });

  it('are read', () => {
    const given = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://maps.example.org/',
      TRUST_PROXY: 'yes',
      LOG_LEVEL: 'debug',
    });
    expect(given).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://maps.example.org',
      trustProxy: true,
      logLevel: 'debug',
    });
  });

  const nonsense: Record<string, string[]> = {
    PORT: ['abc', '-1', '65536', '80.5', '4321 '.repeat(2)],
    HOST: ['http://x', 'a b'],
    PUBLIC_URL: ['maps.example.org', 'ftp://maps.example.org', 'javascript:alert(1)'],
    CREATE_TOKEN: ['short', 'has spaces in it, which is not allowed'],
    TRUST_PROXY: ['perhaps'],
    LOG_LEVEL: ['loud'],
    MAX_SOCKETS: ['0', 'many'],
  };
  for (const [name, values] of Object.entries(nonsense)) {
    it(`refuse nonsense for ${name} with a sentence`, () => {
      for (const value of values) {
        expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
        expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} .*must be .*\\.$`));
      }
    });
  }

  it('name all that is wrong at once, and never repeat a secret', () => {
    const wrong = { PORT: 'x', LOG_LEVEL: 'y', CREATE_TOKEN: 'my secret' };
    expect(() => readConfig(wrong)).toThrow(/^PORT .*\nCREATE_TOKEN must be .*\nLOG_LEVEL .*$/);
  });

  it('stand in the README as the program has them', () => {
    const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
    // The formatter pads the columns.
    expect(readme.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')).toContain(settingsTable());
  });

  it('know which hosts only this machine can reach', () => {
    for (const host of ['127.0.0.1', '127.8.8.8', '::1', 'localhost'])
      expect([host, isLoopbackHost(host)]).toEqual([host, true]);
    for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.evil.example'])
      expect([host, isLoopbackHost(host)]).toEqual([host, false]);
  });
});
