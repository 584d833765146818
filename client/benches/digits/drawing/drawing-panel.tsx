'use client';

import { Eraser, ImageDown, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answerToDrawing } from '@/client/benches/drawing/answered';
import {
  clearDrawing,
  EMPTY_DRAWING,
  isEmpty,
  layPicture,
  undoStroke,
} from '@/client/benches/drawing/drawing';
import { DrawingPad } from '@/client/benches/drawing/drawing-pad';
import { useOpenAnswers, useOpenDrawing } from '@/client/benches/drawing/use-open-drawing';
import type { Looks } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { AnswerBars, topAnswer } from '@/client/charts/answer-bars';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { useSlowed } from '@/client/charts/use-slowed';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { InsideDeed } from '@/client/inside/deed';
import { SeeInside } from '@/client/inside/see-inside';
import type { CurrentRun } from '@/client/training/current-run';
import type { BenchTraining } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { classNames } from '@/client/ui/class-names';
import { useSavedState } from '@/client/ui/coming-back';
import { LiveRegion } from '@/client/ui/live-region';
import { Notice } from '@/client/ui/notice';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { fromStrokes } from '@/engine/digits/from-strokes';
import { DATASETS, type DatasetId, PAPER } from '@/protocol/datasets';
import { usePrediction } from './use-prediction';

interface Props {
  training: BenchTraining;
  dataset: DatasetId;
  current: CurrentRun | null;
  looks: Looks;
  /** The hand is on the paper: nothing may be put in front of it now. */
  onBusy(busy: boolean): void;
}

/** Milliseconds for which an answer must stand before it is read out. */
const SETTLED_MS = 800;
const NO_DEEDS: ReadonlySet<InsideDeed> = new Set();
const BLANK = new Uint8Array(PAPER.pixels);

/** Draw something; the network says what it reads, while you draw. */
export function DrawingPanel({ training, dataset, current, looks, onBusy }: Props) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels, wide } = useDatasetWords(dataset);
  const numbers = useNumbers();
  const [own, setDrawing] = useSavedState(`drawing:${dataset}`, EMPTY_DRAWING);
  const [tool, setTool] = useState<'pen' | 'eraser'>('pen');
  const sampleNumber = useRef(0);

  const { base, strokes } = own;
  const ownPixels = useMemo(() => {
    const picture = fromStrokes(base, strokes, DATASETS[dataset].drawn);
    return picture.some((pixel) => pixel > 0) ? picture : null;
  }, [base, strokes, dataset]);
  // A picture laid there is nobody's drawing.
  const isDrawn = strokes.length > 0;
  const ownPicture = useMemo(() => ownPixels && { pixels: ownPixels, drawn: isDrawn }, [ownPixels, isDrawn]);
  // The hand must not stay "busy" when the panel goes away in the middle of a stroke.
  useEffect(() => () => onBusy(false), [onBusy]);

  const lastStep = current?.points[current.points.length - 1]?.step ?? 0;
  // While it trains the answer follows about twice a second, not with every point.
  const slowStep = useSlowed(lastStep, 500);
  const answered = usePrediction(
    training,
    ownPicture,
    `${current?.id ?? ''}/${slowStep}/${current?.state ?? ''}`,
  );
  const pixels = useOpenDrawing(looks, ownPixels, (wanted) =>
    setDrawing((before) => (wanted ? layPicture(before, wanted) : clearDrawing(before))),
  );
  const probabilities = useOpenAnswers(looks, answered?.shares ?? null);
  const drawing = useMemo(
    () => (looks.shown ? { ...EMPTY_DRAWING, base: pixels } : own),
    [looks.shown, pixels, own],
  );
  const top = topAnswer(probabilities);
  const settled = useSlowed(top, SETTLED_MS);
  const read = answerToDrawing(useSlowed(answered, SETTLED_MS));
  const [deeds, setDeeds] = useState<ReadonlySet<InsideDeed>>(NO_DEEDS);
  const did = useCallback(
    (deed: InsideDeed) => setDeeds((before) => (before.has(deed) ? before : new Set(before).add(deed))),
    [],
  );
  useFacts<'digits-drawing'>(looks, {
    answered: lastStep > 0 && read !== null,
    answer: String(read),
    // Of a network that has not learned there is nothing to follow.
    followed: lastStep > 0 && deeds.has('followed'),
    flipped: lastStep > 0 && deeds.has('flipped'),
  });
  const topShare = top === null ? null : (probabilities?.[top] ?? null);
  const ink = pixels?.reduce((count, pixel) => count + (pixel > 0 ? 1 : 0), 0) ?? 0;

  const loadSample = async () => {
    // A prime stride leads through the validation pictures without repeating soon.
    sampleNumber.current = (sampleNumber.current + 37) % 1_000;
    const samples = await training.samples('validation', sampleNumber.current, 1);
    if (samples && samples.count > 0) {
      setDrawing((before) => layPicture(before, samples.pixels.slice()));
    }
  };

  return (
    <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-[24rem_10.5rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-2.5">
        <DrawingPad
          drawing={drawing}
          onChange={setDrawing}
          erasing={tool === 'eraser'}
          onBusy={onBusy}
          words={{
            paper: say(`${dataset}.drawing.paper`),
            drawHere: say(`${dataset}.drawing.drawHere`),
            nowDrawn: (strokes) => say(`${dataset}.drawing.nowDrawn`, { strokes }),
          }}
        />
        <div className="flex flex-wrap items-center gap-2">
          <SegmentedControl
            label={t('drawing.tool')}
            value={tool}
            onChange={setTool}
            segments={[
              {
                value: 'pen',
                label: <ToolLabel icon={<Pencil className="size-4" />} text={t('drawing.pen')} />,
              },
              {
                value: 'eraser',
                label: <ToolLabel icon={<Eraser className="size-4" />} text={t('drawing.eraser')} />,
              },
            ]}
          />
          <Button
            size="sm"
            icon={<Undo2 aria-hidden="true" />}
            disabled={drawing.past.length === 0}
            onClick={() => setDrawing(undoStroke)}
          >
            {t('drawing.undo')}
          </Button>
          <Button
            size="sm"
            icon={<Trash2 aria-hidden="true" />}
            disabled={isEmpty(drawing)}
            onClick={() => setDrawing(clearDrawing)}
          >
            {t('drawing.clear')}
          </Button>
          <Button size="sm" icon={<ImageDown aria-hidden="true" />} onClick={() => void loadSample()}>
            {say(`${dataset}.drawing.sample`)}
          </Button>
        </div>
      </div>
      <figure className="m-0 max-xl:sm:row-start-2 max-xl:sm:col-start-1">
        <figcaption className="mb-1.5 text-sm font-semibold">{t('drawing.sees')}</figcaption>
        <PictureCanvas
          pixels={pixels ?? BLANK}
          size={168}
          label={pixels === null ? t('drawing.seesEmpty') : t('drawing.seesText', { ink, ...PAPER })}
          className="rounded-sm border border-line"
        />
        {current !== null && !looks.shown && (
          <div className="mt-2">
            <SeeInside
              architecture={current.experiment}
              pixels={ownPixels}
              readWeights={() => training.weights()}
              onDeed={did}
            />
          </div>
        )}
      </figure>
      <Card graphPaper className="max-xl:sm:row-span-2 max-xl:sm:col-start-2 max-xl:sm:row-start-1">
        <div className="mb-3 flex min-h-12 items-baseline gap-3">
          {topShare === null ? (
            <p className="text-sm text-ink-soft">
              {current === null || lastStep > 0 || current.state !== 'ready' ? t('drawing.empty') : ''}
            </p>
          ) : (
            <>
              <span className="shrink-0 text-sm text-ink-soft">{t('drawing.topShort')}</span>
              <span
                className={classNames(
                  'font-display leading-none font-bold',
                  wide ? 'text-xl whitespace-nowrap' : 'text-3xl',
                )}
              >
                {top !== null && labels[top]}
              </span>
              <span className="tabular text-lg font-semibold">{numbers.percent(topShare)}</span>
            </>
          )}
        </div>
        <AnswerBars
          labels={labels}
          wide={wide}
          probabilities={probabilities}
          label={say(`${dataset}.drawing.answers`)}
          describe={(label, share) =>
            say(`${dataset}.drawing.answer`, { digit: label, share: numbers.percent(share) })
          }
          write={(share) => numbers.percent(share)}
        />
        <div className="mt-3 min-h-12">
          {current === null ? (
            <Notice>{t('drawing.noNetwork')}</Notice>
          ) : (
            lastStep === 0 && <Notice>{t('drawing.untrained')}</Notice>
          )}
        </div>
        <LiveRegion>
          {settled !== null && settled === top && topShare !== null
            ? t('drawing.top', { digit: labels[settled]!, share: numbers.percent(topShare, 0) })
            : ''}
        </LiveRegion>
      </Card>
    </div>
  );
}

function ToolLabel({ icon, text }: { icon: React.ReactNode; text: string }) {
  return (
    <>
      <span aria-hidden="true">{icon}</span>
      <span>{text}</span>
    </>
  );
}
