/** What Markdown, or the HTML in it, takes for more than text. */
const SIGNS = /[\\`*_{}[\]()<>#+\-.!|~&:@$^=]/g;
/** Line ends in any script, and other signs that move what stands beside them. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Whatever is between these runs in its own direction and moves nothing around it (Unicode's first strong isolate). */
const ISOLATED = ['\u2068', '\u2069'] as const;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What people have typed, in Markdown: it is shown as it is, and starts no link, no tag and no line of its own. */
export function markdownText(typed: string): string {
  const plain = typed.replace(DIRECTIONS, '').replace(CONTROLS, ' ').replace(SIGNS, '\\$&');
  return `${ISOLATED[0]}${plain}${ISOLATED[1]}`;
}

/** A table with a row of heads. Cells are Markdown already. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
