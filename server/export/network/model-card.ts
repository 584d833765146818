import { wilsonInterval } from '@/base/wilson';
import { DATASETS } from '@/protocol/datasets';
import { countWeights } from '@/protocol/weight-shapes';
import { experimentFields } from '@/server/export/experiment-fields';
import { markdownTable, markdownText } from '@/server/export/markdown';
import { datasetNames, fileWords } from '@/server/export/words';
import { dayOf } from './day-of';
import { namedLayers } from './named-layers';
import { type Counted, stepsDone, type TakenNetwork } from './taken-network';

/** The forms whose card says how they are opened. */
export type CardedForm = 'tfjs' | 'onnx' | 'safetensors' | 'pytorch' | 'pytorchAgain';

const OPENING = {
  tfjs: 'openTfjs',
  onnx: 'openOnnx',
  safetensors: 'openSafetensors',
  pytorch: 'openPytorch',
  pytorchAgain: 'openPytorchAgain',
} as const satisfies Record<CardedForm, string>;

/** Under these the Hugging Face Hub knows the data sets. */
const HUB_IDS = { digits: 'ylecun/mnist', fashion: 'zalando-datasets/fashion_mnist' } as const;

/**
 * What a network is, where it is good and where not: a model card (Mitchell et al., “Model Cards for Model Reporting”, 2019, whose sections
 * it has in their order) with a head in YAML as the Hugging Face Hub reads it. In the reader's language.
 */
export function modelCard(network: TakenNetwork, form: CardedForm): string {
  const { language, run, verified, validated } = network;
  const words = fileWords(language);
  const t = (key: Parameters<typeof words>[0], values = {}) => words(key, values);
  const { experiment } = run;
  const { side, chance, licence } = DATASETS[experiment.dataset];
  const names = datasetNames(language, experiment.dataset);
  const share = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1 });
  const measured = (what: string, counted: Counted | null) => {
    if (!counted) return [];
    const { low, high } = wilsonInterval(counted.share, counted.pictures);
    const range = `${share.format(low)} – ${share.format(high)}`;
    return [[what, share.format(counted.share), range, String(counted.pictures)]];
  };
  const results = [...measured(t('card.hidden'), verified), ...measured(t('card.validation'), validated)];
  const section = (title: string, ...paragraphs: string[]) => [`## ${title}`, ...paragraphs];
  const paragraphs = [
    `# ${t('card.title', { dataset: names.name })}`,
    t('card.lead'),
    ...section(
      t('card.details'),
      markdownTable(
        [t('card.fact'), t('card.value')],
        [
          [t('card.by'), network.student === null ? t('card.student') : markdownText(network.student)],
          [t('card.when'), dayOf(run.createdAt, network)],
          ...(network.lesson === null ? [] : [[t('card.where'), network.lesson]]),
          [t('card.network'), `\`${networkLine(network)}\``],
          [t('card.numbers'), new Intl.NumberFormat(language).format(countWeights(experiment))],
          [t('card.steps'), t('card.stepsValue', stepsDone(network))],
          [t('card.settings'), settingsLine(network)],
          [t('card.licence'), t('card.licenceValue')],
        ],
      ),
    ),
    ...section(t('card.uses'), t('card.usesText'), `**${t('card.notFor')}**`),
    ...section(t('card.factors'), t(`card.${experiment.dataset}`)),
    ...section(t('card.metrics'), t('card.metricsText')),
    ...section(t('card.evaluationData'), t('card.evaluationText')),
    ...section(
      t('card.trainingData'),
      t('card.trainingText', {
        examples: experiment.examples,
        title: licence.title,
        credit: licence.credit,
        licence: licence.name,
        url: licence.url,
      }),
    ),
    ...section(
      t('card.analyses'),
      results.length === 0
        ? t('card.notMeasured')
        : markdownTable(
            [t('card.measuredOn'), t('card.right'), t('card.interval'), t('card.pictures')],
            results,
          ),
      t('card.chance', { share: chance.accuracy }),
      ...labelTable(network, names.labels, t),
    ),
    ...section(t('card.ethics'), t('card.ethicsText')),
    ...section(t('card.caveats'), `- ${t('card.sure')}\n- ${t('card.likeData', { side })}`),
    ...section(t('card.open'), t(`card.${OPENING[form]}`, { side })),
  ];
  return `${cardHead(network)}\n${paragraphs.join('\n\n')}\n`;
}

/** Every text is written as JSON, which is YAML, too. */
function cardHead({ language, run, verified, validated }: TakenNetwork): string {
  const { dataset } = run.experiment;
  const result = verified ?? validated;
  const name = `${dataset}-${run.id.slice(0, 8)}`;
  const lines = [
    `language: ${language}`,
    'license: unknown',
    'pipeline_tag: image-classification',
    'tags: [education, perceptroom]',
    `datasets: [${JSON.stringify(HUB_IDS[dataset])}]`,
    'metrics: [accuracy]',
    ...(result === null
      ? []
      : [
          'model-index:',
          `  - name: ${JSON.stringify(name)}`,
          '    results:',
          '      - task: { type: image-classification }',
          `        dataset: { type: ${JSON.stringify(HUB_IDS[dataset])}, name: ${JSON.stringify(
            DATASETS[dataset].licence.title,
          )} }`,
          `        metrics: [{ type: accuracy, value: ${result.share}, verified: false }]`,
        ]),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Such as `28×28 → convolution 8 (5×5), relu → pool 2×2 → hidden 64, relu → answer 10`. */
export function networkLine(network: TakenNetwork): string {
  const { side } = DATASETS[network.architecture.dataset];
  const parts = namedLayers(network).map(({ kind, last, shape, units, activation }) =>
    kind === 'convolution'
      ? `convolution ${units} (${shape[0]}×${shape[1]}), ${activation} → pool 2×2`
      : last
        ? `answer ${units}`
        : `hidden ${units}, ${activation}`,
  );
  return [`${side}×${side}`, ...parts].join(' → ');
}

/** As columns of `runs.csv` call them, so that both can be put side by side. */
function settingsLine({ run }: TakenNetwork): string {
  const { loss_function, optimizer, learning_rate, batch_size, epochs, l2, seed } = experimentFields(
    run.experiment,
  );
  const told = { loss_function, optimizer, learning_rate, batch_size, epochs, l2, seed };
  return Object.entries(told)
    .map(([name, value]) => `\`${name} ${value}\``)
    .join(', ');
}

/** How many of each label were read right, where that was counted. */
function labelTable(
  { run }: TakenNetwork,
  labels: readonly string[],
  t: (key: 'card.label' | 'card.right' | 'card.ofLabel', values?: object) => string,
): string[] {
  if (!run.report || run.report.confusion.length !== labels.length) return [];
  const rows = run.report.confusion.map((row, label) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    const right = row[label]!;
    return [labels[label]!, t('card.ofLabel', { right, all, share: all === 0 ? 0 : right / all })];
  });
  return [markdownTable([t('card.label'), t('card.right')], rows)];
}
