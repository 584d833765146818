'use client';

import { Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { shareDigits, wilsonInterval } from '@/base/wilson';
import { DrawingDesk } from '@/client/benches/drawing/drawing-desk';
import { usePaper } from '@/client/benches/drawing/use-paper';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { readoutOf } from '@/client/benches/run/run-readout';
import { useOpenTraining } from '@/client/benches/run/use-open-training';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { useShares } from '@/client/i18n/use-shares';
import { InsideOf } from '@/client/inside/inside-of';
import { OpeningPicture } from '@/client/inside/opening-picture';
import { useTraining } from '@/client/training/use-training';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { Stat } from '@/client/ui/stat';
import { useOneStop } from '@/client/ui/use-one-stop';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { FileButtons } from './file-buttons';
import { LabelCounts } from './label-counts';
import { OwnDrawings } from './own-drawings';
import { PoolSheet } from './pool-sheet';
import { type MistakenDrawing, type OursResult, testOurs } from './test-ours';
import { useDigitSource } from './use-digit-source';

/** Mistakes on show. */
const SHOWN = 6;

/** The class's own drawings as a test set for a network that learnt other people's pictures. */
export default function DigitsOurs({ place }: BenchProps<'digits-ours'>) {
  const t = useTranslations('pool');
  const say = useTranslations('datasets');
  const numbers = useNumbers();
  const shares = useShares();
  const refusalText = useRefusalText();
  const { training, snapshot } = useTraining();
  useOpenTraining(place.open, training, snapshot);
  const { dataset } = snapshot.draft;
  const { labels } = useDatasetWords(dataset);
  const used = useDigitSource(dataset);
  const paper = usePaper(place, DATASETS[dataset].drawn);
  const [result, setResult] = useState<OursResult | null>(null);
  const [testing, setTesting] = useState<{ done: number; count: number } | null>(null);
  const [opened, setOpened] = useState<Uint8Array | null>(null);
  const [failed, setFailed] = useState(false);
  useFacts<'digits-ours'>(place, {
    labels: new Set(used?.now.own.map(({ label }) => label)).size,
    tested: result?.count ?? 0,
  });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  if (!used?.now.facts) {
    return (
      <PoolSheet label={say(`${dataset}.ours.bench`)} held={place.held} ready={false}>
        {null}
      </PoolSheet>
    );
  }
  const { source, now } = used;
  const facts = now.facts!;
  const readout = readoutOf(snapshot.current);
  const count = facts.counts.reduce((sum, one) => sum + one, 0);
  const network = `${snapshot.current?.id ?? ''} ${readout.step}`;
  const stale = result !== null && (result.version !== facts.version || result.network !== network);

  const test = async () => {
    turn.current += 1;
    const mine = turn.current;
    setFailed(false);
    setTesting({ done: 0, count });
    const pictures = await source.pictures();
    const outcome =
      pictures &&
      (await testOurs(pictures, (pixels) => training.predict(pixels), {
        goOn: () => mine === turn.current,
        progress: (done) => setTesting({ done, count: pictures.count }),
      }));
    if (mine !== turn.current) return;
    setTesting(null);
    if (!outcome) {
      setFailed(true);
      return;
    }
    const measured = readout.validationAccuracy;
    setResult({ ...outcome, version: facts.version, network, validation: measured });
    place.announce(t('ours.result', { right: outcome.right, count: outcome.count }));
  };
  const takeBack = async (id: string) => {
    const answer = await source.takeBack(id);
    place.announce(answer.ok ? t('own.takenBack') : refusalText(answer.code));
  };
  const ours = result && result.count > 0 ? result.right / result.count : null;
  const oursWords = ({ right, count, validation }: OursResult) => {
    const said = t('ours.result', { right, count });
    const { low, high } = wilsonInterval(right / count, count);
    if (count === 0 || validation === null) return said;
    const between = { low: numbers.percent(low, 0), high: numbers.percent(high, 0) };
    return t('ours.means', {
      result: said,
      meaning: t(validation >= low && validation <= high ? 'ours.unsure' : 'ours.sure', between),
    });
  };
  return (
    <PoolSheet label={say(`${dataset}.ours.bench`)} held={place.held} ready>
      <div className="grid items-start gap-x-7 gap-y-5 md:grid-cols-[18.5rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <p className="text-sm">{say(`${dataset}.ours.write`)}</p>
          <DrawingDesk
            paper={paper}
            words={{
              paper: say(`${dataset}.drawing.paper`),
              drawHere: say(`${dataset}.drawing.drawHere`),
              nowDrawn: (strokes) => say(`${dataset}.drawing.nowDrawn`, { strokes }),
            }}
          />
          <FileButtons
            names={labels}
            pixels={paper.pixels}
            file={(label, pixels) => source.file(label, pixels)}
            closedReason={place.held ?? undefined}
            onFiled={(label) => {
              paper.clear();
              place.announce(t('file.filed', { label: labels[label]! }));
            }}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <p>{say(`${dataset}.ours.text`)}</p>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
            <Button
              look="primary"
              icon={<Play aria-hidden="true" />}
              busy={testing !== null}
              disabledReason={
                place.held ??
                (readout.step === 0
                  ? t('ours.noNetwork')
                  : count === 0
                    ? say(`${dataset}.ours.noDigits`)
                    : undefined)
              }
              onClick={() => void test()}
            >
              {result ? t('ours.again') : say(`${dataset}.ours.test`)}
            </Button>
            <dl
              className="flex flex-wrap gap-6"
              data-testid="ours-result"
              data-right={result?.right}
              data-count={result?.count}
            >
              <Stat
                label={say(`${dataset}.ours.validation`)}
                value={numbers.percent(result?.validation ?? readout.validationAccuracy)}
                width={6}
              />
              <Stat
                label={say(`${dataset}.ours.ours`)}
                value={shares.of(ours, result?.count ?? 0)}
                width={6}
              />
              <Stat
                label={t('ours.drop')}
                value={
                  ours === null || !result || result.validation === null
                    ? '–'
                    : t('ours.points', {
                        points: numbers.decimal((result.validation - ours) * 100, shareDigits(result.count)),
                      })
                }
                width={6}
              />
            </dl>
          </div>
          <p className="tabular min-h-[1.5em] text-sm text-ink-soft">
            {testing
              ? t('ours.testing', { done: testing.done, count: testing.count })
              : stale
                ? say(`${dataset}.ours.stale`)
                : result && oursWords(result)}
          </p>
          {failed && <Notice tone="error">{t('notice.download-failed')}</Notice>}
          {result && (
            <WorstMistakes
              dataset={dataset}
              mistakes={result.mistakes}
              onOpen={snapshot.current && !stale ? setOpened : null}
            />
          )}
          {snapshot.current && (
            <InsideOf
              architecture={snapshot.current.experiment}
              pixels={opened}
              readWeights={() => training.weights()}
              onClose={() => setOpened(null)}
            />
          )}
          <section aria-label={t(place.kind === 'class' ? 'counts.class' : 'counts.own')}>
            <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">
              {t(place.kind === 'class' ? 'counts.class' : 'counts.own')}
            </h2>
            <LabelCounts names={labels} counts={facts.counts} heldBack={null} />
          </section>
          <OwnDrawings
            drawings={now.own}
            names={labels}
            onTakeBack={place.held === null ? (id) => void takeBack(id) : null}
          />
        </div>
      </div>
    </PoolSheet>
  );
}

interface MistakesProps {
  dataset: DatasetId;
  mistakes: readonly MistakenDrawing[];
  /** Opens the network with one of them; null: it is another one by now. */
  onOpen: ((pixels: Uint8Array) => void) | null;
}

/** The mistakes that the network was surest of. */
function WorstMistakes({ dataset, mistakes, onOpen }: MistakesProps) {
  const t = useTranslations('pool.ours');
  const say = useTranslations('datasets');
  const { labels } = useDatasetWords(dataset);
  const numbers = useNumbers();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useOneStop(list);
  if (mistakes.length === 0)
    return <p className="text-sm font-semibold text-ok">{say(`${dataset}.ours.none`)}</p>;
  return (
    <section aria-label={t('worst')}>
      <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">{t('worst')}</h2>
      <ul ref={list} onKeyDown={onKeyDown} className="flex flex-wrap gap-3">
        {mistakes.slice(0, SHOWN).map(({ index, pixels, label, answer, share }) => {
          const said = t('worstOne', {
            label: labels[label]!,
            answer: labels[answer]!,
            share: numbers.percent(share, 0),
          });
          return (
            <li key={index} className="w-28 text-xs">
              <OpeningPicture
                pixels={pixels}
                size={84}
                label={said}
                onOpen={onOpen && (() => onOpen(pixels))}
                className="rounded-sm border border-line"
              />
              <span aria-hidden="true">{said}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
