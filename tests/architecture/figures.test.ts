import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { LIMITS } from '@/protocol/limits';
import { REFUSAL_CODES } from '@/protocol/refusals';
import { LIMIT_SIGNS, type LimitSign } from '@/server/http/limit-signs';
import { HANG_UPS, Metrics, SLOW_DOWNS } from '@/server/http/metrics';
import { REFUSAL_KINDS } from '@/server/http/refusal-kinds';

/** What an operator sees of limits and faults: nothing of it can be left out. */
const metrics = new Metrics({
  ...{ sockets: () => 0, waitingBytes: () => 0, classes: () => 0, students: () => 0 },
  ...{ verifierQueue: () => 0, checkerQueue: () => 0, storage: () => 'ok' },
  logged: () => ({ warn: 1, error: 2, fatal: 0 }),
});
afterAll(() => metrics.close());
const operating = readFileSync(fileURLToPath(new URL('../../docs/operating.md', import.meta.url)), 'utf8');

test('every refusal is counted by its code and kind, from the start and when it is said', async () => {
  const { text } = await metrics.text();
  for (const code of REFUSAL_CODES)
    expect(text).toContain(`perceptroom_refusals_total{code="${code}",kind="${REFUSAL_KINDS[code]}"} 0`);
  expect(Object.keys(REFUSAL_KINDS).toSorted()).toEqual([...REFUSAL_CODES].toSorted());
  metrics.refused('class-full');
  metrics.answered('attach', 1, { ok: false, code: 'class-full' });
  expect((await metrics.text()).text).toContain(
    'perceptroom_refusals_total{code="class-full",kind="limit"} 2',
  );
});

test('so is all that is slowed down and hung up on, and every line of the log that tells of a fault', async () => {
  const { text } = await metrics.text();
  for (const kind of SLOW_DOWNS) expect(text).toContain(`perceptroom_slow_downs_total{kind="${kind}"} 0`);
  for (const bound of HANG_UPS) expect(text).toContain(`perceptroom_hang_ups_total{bound="${bound}"} 0`);
  expect(text).toContain('perceptroom_log_lines_total{level="error"} 2');
});

test('every figure, and every kind, stands on the page for operators', async () => {
  const { text } = await metrics.text();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !operating.includes(`\`${name}`))).toEqual([]);
  const kinds = [...new Set<string>(Object.values(REFUSAL_KINDS)), ...SLOW_DOWNS, ...HANG_UPS];
  expect(kinds.filter((kind) => !operating.includes(`\`${kind}\``))).toEqual([]);
});

test('every limit has its sign (docs/limits.md; `vitest -u` writes it anew)', async () => {
  const signs: Readonly<Record<string, LimitSign>> = LIMIT_SIGNS;
  const rows = Object.entries(LIMITS).map(
    ([name, value]) => `| ${name} | ${value.toLocaleString('en')} | ${told(signs[name]!)} |`,
  );
  const page = `# Limits

Every limit on what may cross the wire or be kept (protocol/limits, which says what each is of), and how an operator sees that somebody has met it. Written by
\`npx vitest run --project unit tests/architecture -u\`.

| limit | is | seen as |
|---|---|---|
${rows.join('\n')}
`;
  await expect(page).toMatchFileSnapshot('../../docs/limits.md');
});

function told(sign: LimitSign): string {
  if ('refusal' in sign) return `\`perceptroom_refusals_total{code="${sign.refusal}"}\``;
  return 'slowDown' in sign ? `\`perceptroom_slow_downs_total{kind="${sign.slowDown}"}\`` : sign.quietly;
}
