import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { wilsonInterval } from '@/base/wilson';
import type { NetworkPageData } from '@/client/offline/page-data';
import { DATASETS, PAPER } from '@/protocol/datasets';
import { countWeights } from '@/protocol/weight-shapes';
import { htmlJson, htmlText } from '@/server/export/html';
import { dayOf } from '@/server/export/network/day-of';
import { networkLine } from '@/server/export/network/model-card';
import { float32Bytes } from '@/server/export/network/safetensors';
import { stepsDone, type TakenNetwork } from '@/server/export/network/taken-network';
import { datasetNames, fileWords } from '@/server/export/words';
import { ROOT } from '@/server/root';
import { pageScript } from './page-script';
import { samplePictures } from './sample-pictures';

/** Pixels of the paper's canvas; on screen it is as large as its place. */
const PAPER_SIZE = 768;

/**
 * A network as one HTML file that works offline, in the reader's language: a paper to draw on, what the network answers, and what it is.
 * Script, styles, sign and weights stand in it; it asks for nothing else.
 */
export async function* networkPage(network: TakenNetwork): AsyncGenerator<string> {
  const { language, student, architecture } = network;
  const t = fileWords(language);
  const { labels } = datasetNames(language, architecture.dataset);
  const { licence } = DATASETS[architecture.dataset];
  const [sign, tokens, styles, script, samples] = await Promise.all([
    readFile(path.join(ROOT, 'app/icon.svg'), 'utf8'),
    readFile(path.join(ROOT, 'app/tokens.css'), 'utf8'),
    readFile(path.join(ROOT, 'server/export/network/page/page.css'), 'utf8'),
    pageScript(),
    samplePictures(architecture.dataset),
  ]);
  const title = student === null ? t('page.title') : t('page.titleOf', { name: student });
  const wide = labels.some((label) => label.length > 2);
  yield `<!doctype html>
<html lang="${language}" data-theme="system">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>
${tokens}
${styles}</style>
</head>
<body>
<header>
${sign.replace('<svg ', '<svg aria-hidden="true" ')}<div>
<h1><bdi>${htmlText(title)}</bdi></h1>
<p>${htmlText(t('page.lead'))}</p>
</div>
</header>
<noscript><p class="card">${htmlText(t('page.noScript'))}</p></noscript>
<main>
<section class="card bench">
<div>
<h2>${htmlText(t(drawTask(network)))}</h2>
<div class="pad">
<canvas id="paper" width="${PAPER_SIZE}" height="${PAPER_SIZE}" tabindex="0" role="application" aria-label="${htmlText(t('page.paper'))}"></canvas>
<p id="here" aria-hidden="true">${htmlText(t(drawTask(network)))}</p>
<span id="pen" hidden></span>
</div>
<div class="buttons">
<button type="button" id="undo">${htmlText(t('page.undo'))}</button>
<button type="button" id="clear">${htmlText(t('page.clear'))}</button>
</div>
<p class="or">${htmlText(t('page.samples'))}</p>
<div class="samples">
${labels.map((label, index) => `<button type="button" data-sample="${index}" aria-label="${htmlText(t('page.sample', { label }))}"><canvas width="${PAPER.side}" height="${PAPER.side}"></canvas></button>`).join('\n')}
</div>
<p class="soft">${htmlText(t('page.samplesFrom', { title: licence.title, credit: licence.credit, licence: licence.name, url: licence.url }))}</p>
</div>
<div>
<h2>${htmlText(t('page.answers'))}</h2>
<p id="said">${htmlText(t('page.empty'))}</p>
<ul id="answers"${wide ? ' data-wide' : ''}>
${labels.map((label, index) => `<li data-label="${index}"><span>${htmlText(label)}</span><output>–</output></li>`).join('\n')}
</ul>
<div class="sees">
<canvas id="seen" width="${PAPER.side}" height="${PAPER.side}" aria-hidden="true"></canvas>
<span class="soft">${htmlText(t('page.sees'))}<br>${PAPER.side}×${PAPER.side}</span>
</div>
<p id="told" class="told" role="status"></p>
</div>
</section>
<section class="card">
<h2>${htmlText(t('page.about'))}</h2>
${factList(network)}
<p>${htmlText(t('page.careful'))}</p>
</section>
</main>
`;
  const data: NetworkPageData = {
    language,
    architecture: { dataset: architecture.dataset, network: architecture.network },
    labels,
    weights: Buffer.from(float32Bytes(network.weights)).toString('base64'),
    samples: samples.map((pixels) => Buffer.from(pixels).toString('base64')),
    words: { empty: t('page.empty'), answer: t.raw('page.answer') as string },
  };
  yield `<script type="application/json" id="network">${htmlJson(data)}</script>\n`;
  yield `<script>${script.trim()}</script>\n</body>\n</html>\n`;
}

/** Digits are written, all else is drawn. */
function drawTask({ architecture }: TakenNetwork): 'page.draw' | 'page.drawOther' {
  return architecture.dataset === 'digits' ? 'page.draw' : 'page.drawOther';
}

function factList(network: TakenNetwork): string {
  const { language, run, lesson } = network;
  const t = fileWords(language);
  const { licence } = DATASETS[run.experiment.dataset];
  const counted = network.verified ?? network.validated;
  const facts: [string, string][] = [
    ...(counted
      ? [
          [
            t('page.accuracy'),
            `${t('page.accuracyValue', { share: counted.share, ...wilsonInterval(counted.share, counted.pictures) })}; ${t(
              'page.accuracyOn',
              { pictures: counted.pictures },
            )}`,
          ] as [string, string],
        ]
      : []),
    [t('card.network'), networkLine(network)],
    [t('card.numbers'), new Intl.NumberFormat(language).format(countWeights(run.experiment))],
    [t('card.steps'), t('card.stepsValue', stepsDone(network))],
    [t('card.when'), dayOf(run.createdAt, network)],
    ...(lesson === null ? [] : [[t('card.where'), lesson] as [string, string]]),
    [
      t('card.trainingData'),
      t('card.trainingText', {
        examples: run.experiment.examples,
        title: licence.title,
        credit: licence.credit,
        licence: licence.name,
        url: licence.url,
      }),
    ],
  ];
  const rows = facts.map(([name, value]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}
