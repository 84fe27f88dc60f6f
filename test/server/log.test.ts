/** The log (R77): one line an event, no secrets, whatever slips in. */
import { describe, expect, it } from 'vitest';
import { newToken } from '../../server/auth/tokens.ts';
import { createLog, errorText } from '../../server/log.ts';

function logged(level: 'silent' | 'warn' | 'debug') {
  const lines: string[] = [];
  return {
    lines,
    log: createLog(
      level,
      (line) => lines.push(line),
      () => 0,
    ),
  };
}

describe('the log', () => {
  it('writes one JSON line an event, line breaks escaped', () => {
    const { lines, log } = logged('debug');
    log.info('started', { port: 1, note: 'two\nlines\u2028' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/\n/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      at: '1970-01-01T00:00:00.000Z',
      level: 'info',
      event: 'started',
      port: 1,
    });
  });

  it('writes only what its level asks for', () => {
    const { lines, log } = logged('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['c', 'd']);
    const silent = logged('silent');
    silent.log.error('d');
    expect(silent.lines).toEqual([]);
  });

  it('takes out what looks like a token and cuts long texts', () => {
    const { lines, log } = logged('debug');
    const token = newToken();
    log.error('failed', {
      reason: errorText(new Error(`no link with ${token}`)),
      content: 'word '.repeat(500),
    });
    expect(lines[0]).not.toContain(token);
    expect(lines[0]?.length).toBeLessThan(600);
  });
});
