const SIGNS: Record<string, string> = {
  fatal: '✖',
  error: '✖',
  warn: '▲',
  info: '·',
  debug: ' ',
  trace: ' ',
};

interface LoggedError {
  type?: string;
  message?: string;
  stack?: string;
}

/**
 * One line of the JSON log as a person reads it in a terminal: time, sign of the level, area, message, then the other
 * fields as `key=value`. An error's stack follows, indented. Text that is no JSON passes unchanged.
 */
export function formatLogLine(line: string): string {
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const { level, time, area, msg, err, ...rest } = entry;
  const fields = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? inLine(value) : JSON.stringify(value)}`,
  );
  const parts = [
    String(time).slice(11, 19),
    SIGNS[String(level)] ?? String(level),
    area === undefined ? null : `[${area}]`,
    msg === undefined ? null : inLine(String(msg)),
    ...fields,
  ].filter((part) => part !== null);
  const error = err as LoggedError | undefined;
  const stack =
    error === undefined ? '' : `\n  ${(error.stack ?? String(error.message)).replaceAll('\n', '\n  ')}`;
  return `${parts.join(' ')}${stack}\n`;
}

/** Nothing in a value ends its line or speaks to the terminal. */
function inLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}
