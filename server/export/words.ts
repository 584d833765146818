import { createTranslator } from 'use-intl/core';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import type { Language } from '@/lessons/languages';
import { DATASETS, type DatasetId } from '@/protocol/datasets';

/** The words of files that people read, in their language. */
export function fileWords(language: Language) {
  return createTranslator({
    locale: language,
    messages: messagesOf(language),
    namespace: 'files',
    formats: FORMATS,
  });
}

/** Names of a data set and of its labels, in the order of a network's answers. */
export function datasetNames(
  language: Language,
  id: DatasetId,
): { name: string; full: string; labels: string[] } {
  const words = messagesOf(language).datasets[id];
  const names: Readonly<Record<string, string>> = words.labels;
  return { name: words.name, full: words.full, labels: DATASETS[id].labels.map((label) => names[label]!) };
}

/** What a pool's two labels are called where the teacher has named none. */
export function drawingLabelNames(language: Language): string[] {
  const { label } = messagesOf(language).pool;
  return [label.cat, label.notCat];
}
