import { DATASETS, PAPER } from '@/protocol/datasets';
import { markdownTable, markdownText } from '@/server/export/markdown';
import { datasetNames, fileWords } from '@/server/export/words';
import { type ClassPictures, partSize, splitOf } from './class-pictures';

/** What a class's pictures are and what they are not for: a data card with a head in YAML, in the reader's language. */
export function dataCard(pictures: ClassPictures): string {
  const { language, state, kind, given } = pictures;
  const t = fileWords(language);
  const paragraphs = [
    `# ${t('data.title', { code: state.code })}`,
    t('data.lead'),
    ...(kind === null ? [] : drawnSection(pictures)),
    ...(given === null ? [] : givenSection(pictures, given)),
    `## ${t('data.uses')}`,
    t('data.usesText'),
    `**${t('data.notFor')}**`,
    `## ${t('data.privacy')}`,
    t('data.privacyText'),
    `## ${t('data.machines')}`,
    t('data.machinesText'),
  ];
  const head = [
    `language: ${language}`,
    'license: other',
    'task_categories: [image-classification]',
    `pretty_name: ${JSON.stringify(t('data.title', { code: state.code }))}`,
    'tags: [education, perceptroom, croissant]',
  ];
  return `---\n${head.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

function drawnSection({ language, kind, drawings, labels }: ClassPictures): string[] {
  const t = fileWords(language);
  const counted = (label: number, split: 'train' | 'test') =>
    String(drawings.filter((one) => one.label === label && splitOf(kind, one) === split).length);
  const rows = labels.map((name, label) => [
    String(label),
    markdownText(name),
    counted(label, 'train'),
    counted(label, 'test'),
  ]);
  return [
    `## ${t('data.drawings')}`,
    t('data.drawingsText', { side: PAPER.side, count: drawings.length }),
    markdownTable([t('data.number'), t('card.label'), t('data.train'), t('data.test')], rows),
    t(kind === 'digits' ? 'data.splitDigits' : 'data.splitLabels'),
    t('data.drawingsLicence'),
  ];
}

function givenSection({ language }: ClassPictures, given: NonNullable<ClassPictures['given']>): string[] {
  const t = fileWords(language);
  const { licence, side } = DATASETS[given];
  const { labels } = datasetNames(language, given);
  return [
    `## ${t('data.given')}`,
    t('data.givenText', {
      side,
      title: licence.title,
      credit: licence.credit,
      train: partSize(given, 'train'),
      validation: partSize(given, 'validation'),
    }),
    labels.map((name, label) => `${label} ${name}`).join(' · '),
    t(`card.${given}`),
    t('data.givenLicence', { licence: licence.name, url: licence.url }),
  ];
}
