/** Figures of the running server as Prometheus text; numbers only, nothing of any map. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RoomCounts } from '../rooms/rooms.ts';

export interface Metrics {
  text(rooms: RoomCounts): string;
  stop(): void;
}

export function createMetrics(): Metrics {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    text(rooms) {
      return [
        gauge('sockets', 'Open sockets.', rooms.sockets),
        gauge('rooms', 'Maps held open.', rooms.rooms),
        counter('edits', 'Updates taken from clients.', rooms.edits),
        counter('deliveries', 'Updates sent to clients.', rooms.deliveries),
        counter('refusals', 'Frames refused.', rooms.refusals),
        gauge('held_bytes', 'Edits and questions that wait for the store.', rooms.heldBytes),
        gauge('resident_bytes', 'Memory of the process.', process.memoryUsage.rss()),
        gauge('event_loop_delay_p99_seconds', 'How late the event loop was.', delay.percentile(99) / 1e9),
      ].join('');
    },
    stop: () => delay.disable(),
  };
}

function gauge(name: string, help: string, value: number): string {
  return figure('gauge', `touchline_${name}`, help, value);
}

function counter(name: string, help: string, value: number): string {
  return figure('counter', `touchline_${name}_total`, help, value);
}

function figure(kind: string, name: string, help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name} ${value}\n`;
}
