import { isatty } from 'node:tty';
import { type DestinationStream, type Logger, pino } from 'pino';
import { formatLogLine } from './log-line';
import { lineOutput } from './log-output';

/** Fields that are never written, wherever they stand in the first three levels: secrets, and whatever tells who somebody is. */
const PRIVATE = [
  'password',
  'secret',
  'secretHash',
  'token',
  'cookie',
  'authorization',
  'email',
  'nickname',
  'ip',
  'address',
  'headers',
  'databaseUrl',
];

/** Lines by level that tell of something wrong, since the start. */
const logged = { warn: 0, error: 0, fatal: 0 };

/** How many lines have told of something wrong, by level: those of this thread. */
export const loggedSoFar = (): Readonly<typeof logged> => logged;

/**
 * Makes a logger. Lines of JSON, or readable single lines (`readable`) for somebody who watches a terminal.
 * Log ids and counts, never names, addresses or what somebody typed.
 */
export function createLogger(options: {
  level: string;
  readable: boolean;
  write: (line: string) => void;
}): Logger {
  const stream: DestinationStream = {
    write: (line) => options.write(options.readable ? formatLogLine(line) : line),
  };
  return pino(
    {
      level: options.level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method, level) {
          const name = pino.levels.labels[level];
          if (name !== undefined && name in logged) logged[name as keyof typeof logged] += 1;
          method.apply(this, args);
        },
      },
      redact: { paths: PRIVATE.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[private]' },
    },
    stream,
  );
}

function levelOf(wanted: string | undefined): string {
  return wanted !== undefined && (wanted === 'silent' || wanted in pino.levels.values) ? wanted : 'info';
}

const root = createLogger({
  // A wrong level is reported by readEnv; until then the log must still work.
  level: levelOf(process.env.LOG_LEVEL),
  readable: isatty(1),
  write: lineOutput(
    (missing) =>
      `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), area: 'log', missing, msg: 'nobody read the log: lines are missing here' })}\n`,
  ),
});

/** The logger of one area of the server (`store`, `auth`, `live`, …): the area stands in each of its lines. */
export function logFor(area: string): Logger {
  return root.child({ area });
}
