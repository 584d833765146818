/**
 * `npm run chaos -- WHAT [--json]`: breaks things in the middle of a class and looks whether anything is missing. WHAT is
 * `--kills N [--nodes 3]`, the server (kills.ts),
 * `--browsers N [--seed N]`, a student's browser (browsers/), or
 * `--cuts N [--links 20] [--longest SECONDS] [--seed N]`, the students' lines (cuts/). Exits with 1 where something is missing, and where the control
 * is not seen to lose.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    nodes: { type: 'string', default: '1' },
    browsers: { type: 'string' },
    cuts: { type: 'string' },
    links: { type: 'string', default: '20' },
    longest: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const { figures: seen, isWell } = await chosen();
if (values.json) console.log(JSON.stringify(seen));
else console.dir(seen, { depth: null });
process.exit(isWell ? 0 : 1);

function chosen(): Promise<{ figures: object; isWell: boolean }> {
  if (values.browsers !== undefined) return killBrowsers(Number(values.browsers));
  return values.cuts === undefined ? kill() : cut(Number(values.cuts));
}

async function killBrowsers(kills: number) {
  const { rehearseBrowsers, isUnharmed } = await import('./browsers/rehearse-browsers');
  const figures = await rehearseBrowsers(kills, Number(values.seed));
  return { figures, isWell: isUnharmed(figures) };
}

async function kill() {
  const { rehearseKills } = await import('./kills');
  if (values.nodes !== '1' && values.nodes !== '3') throw new Error('--nodes is 1 or 3');
  return rehearseKills(Number(values.kills), values.nodes === '3' ? 3 : 1);
}

async function cut(cuts: number) {
  const { rehearseCuts } = await import('./cuts/rehearse-cuts');
  const { isIntact } = await import('./cuts/cut-figures');
  const options = { cuts, links: Math.min(Number(values.links), cuts) };
  const cutFigures = await rehearseCuts({
    ...options,
    longestSeconds: Number(values.longest),
    seed: Number(values.seed),
  });
  return { figures: cutFigures, isWell: isIntact(cutFigures) };
}
