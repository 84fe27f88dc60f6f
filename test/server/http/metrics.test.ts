/** The figures for Prometheus: every line is one that its text format allows, and every figure is explained. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../server/http/metrics.ts';

const counts = { rooms: 1, sockets: 2, edits: 3, deliveries: 4, refusals: 5, heldBytes: 6 };

describe('the metrics', () => {
  it('are Prometheus text: help, type and one number each, counters named _total, nothing twice', () => {
    const metrics = createMetrics();
    const text = metrics.text(counts);
    metrics.stop();
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.trimEnd().split('\n');
    const names: string[] = [];
    for (let i = 0; i < lines.length; i += 3) {
      const [, name] = /^# HELP ([a-z_:][a-z0-9_:]*) [^\\\n]+$/.exec(lines[i] ?? '') ?? [];
      const [, type] = new RegExp(`^# TYPE ${name} (gauge|counter)$`).exec(lines[i + 1] ?? '') ?? [];
      const [, value] = new RegExp(`^${name} (\\S+)$`).exec(lines[i + 2] ?? '') ?? [];
      expect([name, type === 'counter']).toEqual([name, name?.endsWith('_total')]);
      expect(Number.isFinite(Number(value ?? 'missing'))).toBe(true);
      names.push(name ?? '');
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('touchline_held_bytes');
  });

  it('do not wake an idle server to see how late its event loop is, until somebody asks for them', () => {
    let begun = 0;
    const metrics = createMetrics(() => {
      begun += 1;
      return monitorEventLoopDelay();
    });
    expect(begun).toBe(0);
    metrics.text(counts);
    metrics.text(counts);
    metrics.stop();
    expect(begun).toBe(1);
  });
});
