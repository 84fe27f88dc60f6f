/** Figures of the running server as Prometheus text; numbers only, nothing of any map. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RoomCounts } from '../rooms/rooms.ts';

export interface Metrics {
  text(rooms: RoomCounts): string;
  stop(): void;
}

type LoopDelay = ReturnType<typeof monitorEventLoopDelay>;

const watchLoop = () => monitorEventLoopDelay({ resolution: 10 });

/** `watch` begins to look how late the event loop is: a hundred times a second, so only once somebody asks for figures. */
export function createMetrics(watch: () => LoopDelay = watchLoop): Metrics {
  let delay: LoopDelay | null = null;
  const watched = () => {
    if (!delay) {
      delay = watch();
      delay.enable();
    }
    return delay;
  };
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
        gauge(
          'event_loop_delay_p99_seconds',
          'How late the event loop was since these figures were first asked for.',
          watched().percentile(99) / 1e9,
        ),
      ].join('');
    },
    stop() {
      delay?.disable();
    },
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
