'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { DataProgress } from '@/client/benches/run/data-progress';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Card } from '@/client/ui/card';
import { EmptyState } from '@/client/ui/empty-state';
import { IconButton } from '@/client/ui/icon-button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { Toggle } from '@/client/ui/toggle';
import { DATASETS, type DatasetId, type DatasetPart } from '@/protocol/datasets';
import { GuessRow } from './guess-row';
import { PictureDetail } from './picture-detail';
import { PictureGrid, pictureKey } from './picture-grid';
import type { Picture } from './picture-source';
import { usePicturePage } from './use-picture-page';

interface Props {
  training: BenchTraining;
  dataset: DatasetId;
  progress: TrainingSnapshot['progress'];
  looks: Pick<BenchPlace, 'tell'>;
}

/** Fills rows of four, six, nine or twelve. */
const PAGE_SIZE = 36;

/** Leaf through real pictures: training or validation data, one label or all, with labels or guessing. */
export function PicturesPanel({ training, dataset, progress, looks }: Props) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels } = useDatasetWords(dataset);
  const [part, setPart] = useState<DatasetPart>('train');
  const [label, setLabel] = useState<number | null>(null);
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<Picture | null>(null);
  const [guessing, setGuessing] = useState(false);
  const [guesses, setGuesses] = useState<ReadonlyMap<string, { label: number; right: boolean }>>(new Map());

  const available = progress?.examples ?? 0;
  const found = usePicturePage(training, part, label, page, PAGE_SIZE, available);
  const shown = chosen ?? found?.pictures[0] ?? null;
  const go = (next: { part?: DatasetPart; label?: number | null; page?: number }) => {
    if (next.part !== undefined) setPart(next.part);
    if (next.label !== undefined) setLabel(next.label);
    setPage(next.page ?? 0);
    setChosen(null);
  };
  const choose = useCallback((picture: Picture) => setChosen(picture), []);
  const guess = (picture: Picture, answer: number) =>
    setGuesses((before) =>
      new Map(before).set(pictureKey(picture), { label: answer, right: answer === picture.label }),
    );
  const score = { right: [...guesses.values()].filter((one) => one.right).length, asked: guesses.size };
  useFacts<'digits-pictures'>(looks, { page: page + 1, guessed: guesses.size });
  // Pictures whose label the student has earned by guessing.
  const revealed = useMemo(() => new Set(guesses.keys()), [guesses]);
  const ownGuess = shown ? (guesses.get(pictureKey(shown))?.label ?? null) : null;

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 sm:gap-x-5">
        <SegmentedControl
          label={t('pictures.part')}
          value={part}
          onChange={(value) => go({ part: value })}
          segments={[
            { value: 'train', label: t('pictures.train') },
            { value: 'validation', label: t('pictures.validation') },
          ]}
        />
        <SelectField
          label={say(`${dataset}.pictures.filter`)}
          className="w-34 sm:w-40"
          value={label === null ? 'all' : String(label)}
          onChange={(value) => go({ label: value === 'all' ? null : Number(value) })}
          choices={[
            { value: 'all', label: say(`${dataset}.pictures.all`) },
            ...labels.map((name, index) => ({ value: String(index), label: name })),
          ]}
        />
        <Toggle label={t('pictures.guess')} checked={guessing} onChange={setGuessing} />
        <div className="min-w-52 flex-1 self-center">
          <DataProgress progress={progress} />
        </div>
      </div>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <Card graphPaper className="!p-3 sm:!p-4">
          {found !== null && found.pictures.length === 0 ? (
            <EmptyState title={t('pictures.none')}>{say(`${dataset}.pictures.noneText`)}</EmptyState>
          ) : (
            <PictureGrid
              pictures={found?.pictures ?? null}
              dataset={dataset}
              size={PAGE_SIZE}
              chosen={shown}
              hidden={guessing}
              revealed={revealed}
              onChoose={choose}
            />
          )}
          <div className="mt-3 flex items-center justify-center gap-3">
            <IconButton
              label={t('pictures.previous')}
              icon={<ChevronLeft aria-hidden="true" />}
              disabled={page === 0}
              onClick={() => go({ page: page - 1 })}
            />
            <span className="tabular min-w-20 text-center text-sm" aria-live="polite">
              {t('pictures.page', { page: page + 1 })}
            </span>
            <IconButton
              label={t('pictures.next')}
              icon={<ChevronRight aria-hidden="true" />}
              disabled={!found?.more}
              onClick={() => go({ page: page + 1 })}
            />
          </div>
        </Card>
        <section aria-label={t('pictures.detail')} className="flex min-h-96 flex-col gap-3">
          {shown === null ? (
            <p className="text-sm text-ink-soft">{t('pictures.chooseOne')}</p>
          ) : (
            <>
              {guessing ? (
                <GuessRow
                  dataset={dataset}
                  label={shown.label}
                  guess={ownGuess}
                  onGuess={(answer) => guess(shown, answer)}
                  score={score}
                />
              ) : (
                <p className="flex items-baseline gap-2 text-sm">
                  <span className="text-ink-soft">{t('pictures.label')}</span>
                  <span className="font-display text-2xl leading-none font-bold">{labels[shown.label]}</span>
                </p>
              )}
              <PictureDetail
                picture={shown}
                label={labels[shown.label]!}
                side={DATASETS[dataset].side}
                labelHidden={guessing && ownGuess === null}
              />
            </>
          )}
        </section>
      </div>
    </div>
  );
}
