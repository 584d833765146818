/** The script of a network's own page (server/export/network/page): a file that works offline, with a paper and the network's answers. */
import { type Drawing, isEmpty } from '@/client/benches/drawing/drawing';
import { channels, tokenColour } from '@/client/charts/token-colour';
import { fromStrokes } from '@/engine/digits/from-strokes';
import { plainLogits } from '@/engine/network/plain-forward';
import { probabilitiesOf } from '@/engine/network/probabilities';
import { DATASETS, PAPER } from '@/protocol/datasets';
import { OfflinePaper } from './offline-paper';
import type { NetworkPageData } from './page-data';

const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;

const { language, architecture, labels, weights, samples, words } = JSON.parse(
  byId('network').textContent,
) as NetworkPageData;
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const numbers = new Float32Array(bytesOf(weights).buffer);
const percent = new Intl.NumberFormat(language, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const { drawn } = DATASETS[architecture.dataset];

const canvas = byId<HTMLCanvasElement>('paper');
const seen = byId<HTMLCanvasElement>('seen');
const rows = [...byId('answers').querySelectorAll<HTMLElement>('[data-label]')];
const ink = () => channels(tokenColour(canvas, 'ink'));

function show({ base, strokes, past }: Drawing, settled: boolean): void {
  const empty = isEmpty({ base, strokes, past });
  byId('here').hidden = !empty;
  const picture = fromStrokes(base, strokes, drawn);
  const input = Float32Array.from(picture, (value) => value / 255);
  const shares = empty ? null : probabilitiesOf(plainLogits(architecture, numbers, input), labels.length);
  const best = shares ? shares.indexOf(Math.max(...shares)) : -1;
  rows.forEach((row, label) => {
    const share = shares?.[label] ?? 0;
    row.dataset.best = String(label === best);
    row.style.setProperty('--share', String(share));
    row.querySelector('output')!.value = shares ? percent.format(share) : '–';
  });
  paintPicture(seen, picture);
  const said = shares
    ? words.answer.replace('{label}', labels[best]!).replace('{share}', percent.format(shares[best]!))
    : words.empty;
  byId('said').textContent = said;
  // Told to readers of the screen once a stroke is done, not at each of its places.
  if (settled) byId('told').textContent = said;
}

/** A picture as it is, pixel by pixel. */
function paintPicture(on: HTMLCanvasElement, picture: Uint8Array): void {
  const context = on.getContext('2d');
  if (!context) return;
  const image = context.createImageData(PAPER.side, PAPER.side);
  const [red, green, blue] = ink();
  picture.forEach((value, at) => {
    image.data.set([red, green, blue, value], at * 4);
  });
  context.putImageData(image, 0, 0);
}

let latest: Drawing = { base: null, strokes: [], past: [] };
const paper = new OfflinePaper(canvas, byId('pen'), ink, (drawing, settled) => {
  latest = drawing;
  show(drawing, settled);
});
byId('undo').addEventListener('click', () => paper.undo());
byId('clear').addEventListener('click', () => paper.clear());
const offered = [...document.querySelectorAll<HTMLElement>('[data-sample]')].map((button) => ({
  button,
  picture: bytesOf(samples[Number(button.dataset.sample)]!),
}));
const paintSamples = () => {
  for (const { button, picture } of offered) paintPicture(button.querySelector('canvas')!, picture);
};
for (const { button, picture } of offered) button.addEventListener('click', () => paper.lay(picture));
paintSamples();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  paper.paint();
  paintSamples();
  show(latest, false);
});
show(latest, false);
