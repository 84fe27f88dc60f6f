/**
 * Settings: the environment turned into one checked object. `settings` is the one table of them: reading, the
 * README and the refusal sentences all come from it. Nonsense refuses to start (`ConfigError`), one sentence each.
 */
import { isIPv4 } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { logLevels } from './log.ts';

interface Setting<T extends z.ZodType = z.ZodType> {
  readonly schema: T;
  /** As the README states it. */
  readonly standard: string;
  readonly meaning: string;
  /** What a right value is, for the refusal. */
  readonly rule: string;
}

const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(min).max(max));
const yesNo = z
  .enum(['0', '1', 'false', 'true', 'no', 'yes'])
  .transform((text) => /^(1|true|yes)$/.test(text));
const webAddress = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);

function setting<T extends z.ZodType>(
  schema: T,
  standard: string,
  rule: string,
  meaning: string,
): Setting<T> {
  return { schema, standard, rule, meaning };
}

/** Every setting, by the name of its environment variable. */
const settings = {
  PORT: setting(
    whole(0, 65_535).default(4321),
    '4321',
    'a whole number from 0 to 65535',
    'The port; 0 takes any free one and prints it.',
  ),
  HOST: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    '127.0.0.1',
    'an address or host name of this machine',
    'The address to listen on. On anything but loopback, creating maps needs `CREATE_TOKEN`.',
  ),
  DATA_DIR: setting(
    z.string().min(1).default('./data'),
    './data',
    'a folder',
    'Where everything is kept. One server a folder.',
  ),
  PUBLIC_URL: setting(
    webAddress.nullable().default(null),
    'from the request',
    'an address like https://maps.example.org',
    'How people reach the server, when it stands behind a proxy.',
  ),
  CREATE_TOKEN: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,200}$/)
      .nullable()
      .default(null),
    'made when needed',
    '16 to 200 characters of A-Z, a-z, 0-9, _ and -',
    'Who has it may create maps when `HOST` is not loopback; one is made at the first start, kept in `DATA_DIR` and printed.',
  ),
  TRUST_PROXY: setting(
    yesNo.default(false),
    'no',
    'yes or no',
    'Take a client’s address and host from the `X-Forwarded-…` headers of the proxy in front.',
  ),
  LOG_LEVEL: setting(
    z.enum(logLevels).default('info'),
    'info',
    `one of ${logLevels.join(', ')}`,
    'How much is written to standard error. Never tokens, never content.',
  ),
  MAX_SOCKETS: setting(
    whole(1, 100_000).default(5000),
    '5000',
    'a whole number from 1 to 100000',
    'Open sockets in all.',
  ),
  MAX_SOCKETS_PER_MAP: setting(
    whole(1, 100_000).default(300),
    '300',
    'a whole number from 1 to 100000',
    'Open sockets on one map.',
  ),
  MAX_SOCKETS_PER_ADDRESS: setting(
    whole(1, 100_000).default(500),
    '500',
    'a whole number from 1 to 100000',
    'Open sockets from one address (loopback is not counted).',
  ),
} satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string | null;
  readonly createToken: string | null;
  readonly trustProxy: boolean;
  readonly logLevel: (typeof logLevels)[number];
  readonly maxSockets: number;
  readonly maxSocketsPerMap: number;
  readonly maxSocketsPerAddress: number;
}

/** A setting that makes no sense; the message is one sentence a problem, for the person who started the server. */
export class ConfigError extends Error {}

/** Reads and checks the environment. Empty values count as not set. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <N extends SettingName>(name: N): z.output<(typeof settings)[N]['schema']> => {
    const given = environment[name]?.trim() || undefined;
    const result = settings[name].schema.safeParse(given);
    // A secret's value is not repeated: the sentence may end up in a log.
    const shown = name === 'CREATE_TOKEN' ? '' : ` is "${given}" but`;
    if (!result.success) problems.push(`${name}${shown} must be ${settings[name].rule}.`);
    return result.data as z.output<(typeof settings)[N]['schema']>;
  };
  const config: Config = {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: path.resolve(read('DATA_DIR') ?? '.'),
    publicUrl: read('PUBLIC_URL'),
    createToken: read('CREATE_TOKEN'),
    trustProxy: read('TRUST_PROXY'),
    logLevel: read('LOG_LEVEL'),
    maxSockets: read('MAX_SOCKETS'),
    maxSocketsPerMap: read('MAX_SOCKETS_PER_MAP'),
    maxSocketsPerAddress: read('MAX_SOCKETS_PER_ADDRESS'),
  };
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config;
}

/** The settings as the README's table, so that a test can hold the two against each other. */
export function settingsTable(): string {
  const rows = Object.entries(settings).map(
    ([name, one]) => `| \`${name}\` | ${one.standard} | ${one.meaning} |`,
  );
  return ['| name | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Whether a host to listen on can only be reached from this machine. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
