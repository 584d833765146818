import type { PointsExportName } from '@/protocol/network-exports';
import { experimentFields } from '@/server/export/experiment-fields';
import { markdownTable, markdownText } from '@/server/export/markdown';
import { dayOf } from '@/server/export/network/day-of';
import { fileWords } from '@/server/export/words';
import { pointsLayers, type TakenPoints } from './points-network';

const OPENING = {
  pytorch: 'openPytorchPoints',
  onnx: 'openOnnxPoints',
  safetensors: 'openSafetensors',
} as const satisfies Record<PointsExportName, string>;

/** What a network of the 2-D bench is, what goes in and what comes out, in the reader's language. */
export function pointsCard(network: TakenPoints, form: PointsExportName): string {
  const t = fileWords(network.language);
  const { run, student, lesson, steps, weights } = network;
  const { classes } = run.experiment;
  const answers = classes === 0 ? 'answersValue' : classes === 2 ? 'answersTwo' : 'answersMany';
  const integer = new Intl.NumberFormat(network.language);
  const settings = Object.entries(experimentFields(run.experiment))
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `\`${name} ${value}\``);
  const paragraphs = [
    `# ${t('card.titlePoints')}`,
    t('card.lead'),
    `## ${t('card.details')}`,
    markdownTable(
      [t('card.fact'), t('card.value')],
      [
        [t('card.by'), student === null ? t('card.student') : markdownText(student)],
        [t('card.when'), dayOf(run.createdAt, network)],
        ...(lesson === null ? [] : [[t('card.where'), lesson]]),
        [t('card.network'), `\`${pointsLine(network)}\``],
        [t('card.numbers'), integer.format(weights.length)],
        [t('card.steps'), integer.format(steps)],
        [t('card.settings'), settings.join(', ')],
        [t('card.licence'), t('card.licenceValue')],
      ],
    ),
    `## ${t('card.inOut')}`,
    t('card.inPoints', { features: network.features.map((feature) => `\`${feature}\``).join(', ') }),
    t(`card.${answers}`),
    `## ${t('card.caveats')}`,
    t('card.beyondPoints'),
    `## ${t('card.open')}`,
    t(`card.${OPENING[form]}`, { side: '' }),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** Such as `x1 x2 → hidden 4, tanh → answer 1, sigmoid`. */
function pointsLine(network: TakenPoints): string {
  const parts = pointsLayers(network).map(
    ({ name, units, activation }) => `${name === 'answer' ? 'answer' : 'hidden'} ${units}, ${activation}`,
  );
  return [network.features.join(' '), ...parts].join(' → ');
}
