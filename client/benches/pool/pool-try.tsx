'use client';

import { ImageDown } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answerToDrawing, answerToPicture } from '@/client/benches/drawing/answered';
import { layPicture } from '@/client/benches/drawing/drawing';
import { DrawingDesk } from '@/client/benches/drawing/drawing-desk';
import { useOpenAnswers } from '@/client/benches/drawing/use-open-drawing';
import { usePaper } from '@/client/benches/drawing/use-paper';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { topAnswer } from '@/client/charts/answer-bars';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { useSlowed } from '@/client/charts/use-slowed';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Notice } from '@/client/ui/notice';
import { PAPER } from '@/protocol/datasets';
import { DeskNotices } from './desk-notices';
import type { DeskNow } from './desk-now';
import { FileButtons } from './file-buttons';
import { LabelBars } from './label-bars';
import { useLabelNames } from './label-names';
import { PoolSheet } from './pool-sheet';
import { SourceChoice } from './source-choice';
import { useLabelAnswer } from './use-label-answer';
import { usePicturePaper } from './use-picture-paper';
import { usePoolDesk } from './use-pool-desk';

/** Milliseconds for which an answer must stand before it is read out. */
const SETTLED_MS = 800;
const BLANK = new Uint8Array(PAPER.pixels);

/** A picture that the network never saw, as it was laid on the paper, and under what it is filed. */
interface Unseen {
  pixels: Uint8Array;
  label: number;
  source: DeskNow['source'];
}

/** Draw something new: the network says what it takes it for, while one draws. */
export default function PoolTry({ place }: BenchProps<'pool-try'>) {
  const t = useTranslations('pool');
  const numbers = useNumbers();
  const used = usePoolDesk(place);
  const facts = used?.now.pool.facts ?? null;
  const names = useLabelNames(facts);
  const paper = usePaper(place);
  const paperWords = usePicturePaper();
  const turn = useRef(0);
  const [unseen, setUnseen] = useState<Unseen | null>(null);
  const run = used?.now.run ?? null;
  const version = `${run?.state} ${run?.standing.step}`;
  const laid = paper.drawing.base !== null && paper.drawing.strokes.length === 0;
  const { pixels } = paper;
  const picture = useMemo(() => pixels && { pixels, drawn: !laid }, [pixels, laid]);
  const answered = useLabelAnswer(used?.desk ?? null, picture, version);
  const answer = useOpenAnswers(place, answered?.shares ?? null);
  const top = topAnswer(answer);
  const settled = useSlowed(top, SETTLED_MS);
  const trained = (run?.standing.step ?? 0) > 0;
  const [fooled, setFooled] = useState(false);
  // What was said of another picture says nothing of this one, nor does another picture's label.
  const said = answerToPicture(answered, picture);
  const saidOfDrawing = answerToDrawing(useSlowed(answered, SETTLED_MS));
  const isUnseen = laid && unseen?.pixels === paper.drawing.base && unseen?.source === used?.now.source;
  const label = isUnseen ? (unseen?.label ?? null) : null;
  const misread = label !== null && said !== null && said !== label;
  useFacts<'pool-try'>(place, {
    answered: trained && saidOfDrawing !== null,
    answer: String(saidOfDrawing),
    fooled: trained && (fooled || misread),
  });
  const { announce } = place;
  const share = settled === null ? null : (answer?.[settled] ?? null);
  const spoken = useRef<number | null>(null);
  useEffect(() => {
    if (settled === spoken.current) return;
    spoken.current = settled;
    if (settled !== null && share !== null)
      announce(t('try.top', { label: names[settled] ?? '', share: numbers.percent(share, 0) }));
  }, [settled, share, announce, names, t, numbers]);
  if (!used || !facts) {
    return (
      <PoolSheet label={t('try.bench')} held={place.held} ready={false}>
        {null}
      </PoolSheet>
    );
  }
  const { desk, now } = used;
  const loadUnseen = () => {
    turn.current += 1;
    const found = desk.unseen(turn.current);
    if (!found) return;
    setUnseen({ ...found, source: now.source });
    paper.change((before) => layPicture(before, found.pixels));
  };
  return (
    <PoolSheet label={t('try.bench')} held={place.held} ready>
      <div className="mb-3 flex flex-col gap-3 empty:hidden">
        <SourceChoice desk={desk} source={now.source} />
        <DeskNotices desk={desk} now={now} />
      </div>
      <div className="grid items-start gap-x-7 gap-y-5 sm:grid-cols-2 xl:grid-cols-[22rem_minmax(0,1fr)]">
        <DrawingDesk paper={paper} words={paperWords}>
          <Button
            size="sm"
            icon={<ImageDown aria-hidden="true" />}
            disabledReason={run === null || run.validationCount === 0 ? t('try.noUnseen') : undefined}
            onClick={loadUnseen}
          >
            {t('try.unseen')}
          </Button>
        </DrawingDesk>
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <div className="mb-3 flex min-h-20 items-center gap-4">
              <PictureCanvas
                pixels={paper.pixels ?? BLANK}
                size={84}
                label={t(paper.pixels ? 'try.sees' : 'try.seesNothing')}
                className="shrink-0 rounded-sm border border-line"
              />
              <div className="min-w-0">
                {top !== null && answer ? (
                  <>
                    <p className="text-sm text-ink-soft">{t('try.says')}</p>
                    <p className="truncate font-display text-2xl font-bold" data-testid="top-label">
                      {names[top]}
                    </p>
                    {label !== null && (
                      <p className="text-sm">{t('try.really', { label: names[label] ?? '' })}</p>
                    )}
                  </>
                ) : (
                  <p className="text-sm text-ink-soft">{t('try.empty')}</p>
                )}
              </div>
            </div>
            <LabelBars names={names} probabilities={answer} />
          </Card>
          {run === null ? (
            <Notice
              action={
                <Button size="sm" look="primary" busy={now.preparing} onClick={() => void desk.train()}>
                  {t('try.trainNow')}
                </Button>
              }
            >
              {t('try.noNetwork')}
            </Notice>
          ) : (
            run.standing.step === 0 && <Notice>{t('try.untrained')}</Notice>
          )}
          {now.source !== 'clothes' && (
            <FileButtons
              names={names}
              pixels={paper.pixels}
              file={(label, pixels) => desk.source.file(label, pixels)}
              closedReason={
                place.held ?? (facts.collecting ? (laid ? t('try.laid') : undefined) : t('collect.closed'))
              }
              onFiled={(filed) => {
                if (trained && said !== null && said !== filed) setFooled(true);
                paper.clear();
                announce(t('file.filed', { label: names[filed] ?? '' }));
              }}
            />
          )}
        </div>
      </div>
    </PoolSheet>
  );
}
