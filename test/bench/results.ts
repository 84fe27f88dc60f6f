/**
 * The results of the benches: rows in, one Markdown section a suite in RESULTS.md out. The file is kept by this
 * module alone; a run replaces the sections of the suites it ran and leaves the others as they are.
 *
 * A target is met only when both figures it compares were measured: a peer that is missing, or a figure that is not
 * a number, is "not measured", never "yes".
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Suite = 'sync' | 'canvas' | 'page' | 'analysis' | 'export';

export interface Target {
  /** A peer's name: `value` is then the ratio ours / peer; 'absolute': `value` is in the row's unit. */
  readonly against: string;
  readonly is: '<=' | '>=';
  readonly value: number;
  /**
   * 'screen': no program could reach it here, since the screen gives no more frames; the same target stands on the
   * slowed row and is judged there. 'slowed': it stands here in the plain row's place. Every 'screen' has its 'slowed'.
   */
  readonly by?: 'screen' | 'slowed';
}

/** One figure of one workload: ours and the peers' medians over the rounds of one run. */
export interface Row {
  readonly suite: Suite;
  readonly workload: string;
  readonly figure: string;
  readonly unit: string;
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly targets: readonly Target[];
}

/** What a suite hands over when it ran: its rows, and sentences on how it was measured (peers' versions and settings). */
export interface Outcome {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** 'screen' is no judgement: the target is judged on the slowed row, and counted there. */
export type Verdict = 'yes' | 'no' | 'not measured' | 'screen';

const titles: Readonly<Record<Suite, string>> = {
  sync: 'Sync',
  canvas: 'Canvas',
  page: 'Page',
  analysis: 'Analysis',
  export: 'Export',
};

export const resultsFile = path.join(import.meta.dirname, 'RESULTS.md');

const preamble = `# Results of the benches

Written by \`npm run bench\`, never by hand. Figures belong to the machine and the moment: compare only inside one
section, which is one run. Behind a peer's figure stands the ratio ours / peer.
`;

/** Ours divided by the peer's figure; NaN when either is missing or the peer's is 0. */
export function ratioTo(row: Row, peer: string): number {
  const theirs = row.peers[peer];
  if (theirs === undefined || !Number.isFinite(theirs) || !Number.isFinite(row.ours) || theirs === 0)
    return Number.NaN;
  return row.ours / theirs;
}

export function verdictOf(row: Row, target: Target): Verdict {
  if (target.by === 'screen') return 'screen';
  const figure = target.against === 'absolute' ? row.ours : ratioTo(row, target.against);
  if (!Number.isFinite(figure)) return 'not measured';
  return (target.is === '<=' ? figure <= target.value : figure >= target.value) ? 'yes' : 'no';
}

/** The machine without its name: cores, memory, processor and Node. */
export function machineClass(): string {
  const cpus = os.cpus();
  const gib = Math.round(os.totalmem() / 2 ** 30);
  return `${cpus.length} cores of ${cpus[0]?.model ?? 'an unknown processor'}, ${gib} GiB, Node ${process.versions.node}`;
}

/** The rows as a Markdown table; peers in the order in which they first appear. */
export function toTable(rows: readonly Row[]): string {
  const peers = [...new Set(rows.flatMap((row) => Object.keys(row.peers)))];
  const head = ['workload', 'figure', 'ours', ...peers, 'target', 'met'];
  const body = rows.map((row) => [
    row.workload,
    `${row.figure}${row.unit === '' ? '' : `, ${row.unit}`}`,
    toFigure(row.ours),
    ...peers.map((peer) => toPeerCell(row, peer)),
    row.targets.map((target) => toTargetText(row, target)).join('; '),
    row.targets.map((target) => verdictOf(row, target)).join('; '),
  ]);
  const alignment = head.map((_, index) => (index >= 2 && index < 3 + peers.length ? '---:' : '---'));
  return [head, alignment, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How many of the rows' targets are met, in words: each counted once, where it is judged, and those judged slowed named. */
export function toSummary(rows: readonly Row[]): string {
  const judged = rows.flatMap((row) =>
    row.targets.map((target) => ({ by: target.by, verdict: verdictOf(row, target) })),
  );
  const counted = judged.filter(({ verdict }) => verdict !== 'screen');
  const slowed = counted.filter(({ by }) => by === 'slowed');
  const count = (wanted: Verdict, among = counted): number =>
    among.filter(({ verdict }) => verdict === wanted).length;
  const summary = `${count('yes')} of ${counted.length} targets met, ${count('no')} not met, ${count('not measured')} not measured.`;
  return slowed.length === 0
    ? summary
    : `${summary} Decided slowed: ${slowed.length} (${count('yes', slowed)} met, ${count('no', slowed)} not met, ${count('not measured', slowed)} not measured), where the plain row says "screen".`;
}

export function toSection(
  suite: Suite,
  outcome: Outcome,
  run: { readonly date: string; readonly machine: string; readonly minutes: number },
): string {
  return [
    `## ${titles[suite]}`,
    `${run.date}, ${run.machine}; the run took ${run.minutes.toFixed(1)} minutes. ${toSummary(outcome.rows)}`,
    ...(outcome.notes.length > 0 ? [outcome.notes.map((note) => `- ${note}`).join('\n')] : []),
    toTable(outcome.rows),
  ].join('\n\n');
}

/** The file's text with this suite's section put in place of its old one; the sections stand in a fixed order. */
export function withSection(text: string, suite: Suite, section: string): string {
  const old = text.split(/^(?=## )/m).slice(1);
  const sections = (Object.keys(titles) as Suite[]).flatMap((one) => {
    const kept = old.find((part) => part.startsWith(`## ${titles[one]}\n`))?.trim();
    if (one === suite) return [section];
    return kept === undefined ? [] : [kept];
  });
  return `${[preamble, ...sections].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

/** Puts a suite's outcome into RESULTS.md. */
export function writeResults(suite: Suite, outcome: Outcome, tookMs: number, file = resultsFile): void {
  const section = toSection(suite, outcome, {
    date: new Date().toISOString().slice(0, 10),
    machine: machineClass(),
    minutes: tookMs / 60_000,
  });
  writeFileSync(file, withSection(existsSync(file) ? readFileSync(file, 'utf8') : '', suite, section));
}

function toPeerCell(row: Row, peer: string): string {
  if (row.peers[peer] === undefined) return '';
  const ratio = ratioTo(row, peer);
  return toFigure(row.peers[peer]) + (Number.isFinite(ratio) ? ` (${ratio.toFixed(2)})` : '');
}

function toTargetText(row: Row, target: Target): string {
  const is = target.is === '<=' ? '≤' : '≥';
  if (target.against !== 'absolute') return `${is} ${target.value.toFixed(2)} of ${target.against}`;
  return `${is} ${target.value}${row.unit === '' ? '' : ` ${row.unit}`}`;
}

/** Three digits that mean something; a figure that was not measured is a dash. */
function toFigure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
