'use client';

import { Pause, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { clockText } from '@/client/i18n/clock-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Stat } from '@/client/ui/stat';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { ReplayedClass } from '@/protocol/replay';
import { MarkHere } from './mark-here';
import { unpackReplay } from './replay';
import { ReplayBoard } from './replay-board';
import { ReplayLine } from './replay-line';
import { ReplayMarks } from './replay-mark-list';
import { replayMarks } from './replay-marks';
import type { ReplayStep } from './replay-steps';
import { ReplayStudents } from './replay-students';
import { ReplayWall } from './replay-wall';
import { sceneAt } from './scene';
import { REPLAY_SPEEDS, usePlaying } from './use-playing';
import { useReplayBookmarks } from './use-replay-bookmarks';

interface Props {
  replay: ReplayedClass;
  /** The class's steps, in order. */
  steps: readonly ReplayStep[];
  /** Whoever looks owns it: moments may be marked. */
  own: boolean;
}

const SIGHTS = ['both', 'teacher', 'projector'] as const;

/** The sitting at any of its moments: who was there, how they trained, the board, and what stood out. */
export function ReplaySitting({ replay: given, steps, own }: Props) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  const markName = useMarkName();
  const sitting = useMemo(() => {
    const students = given.anonymised
      ? given.students.map((one) => ({ ...one, nickname: markName(one.mark) }))
      : given.students;
    return unpackReplay({ ...given, students });
  }, [given, markName]);
  const { bookmarks, deeds } = useReplayBookmarks(given, (at) => {
    const index = sceneAt(sitting, at).stepIndex;
    return index === null ? null : index + 1;
  });
  const replay = useMemo(() => ({ ...sitting, bookmarks }), [sitting, bookmarks]);
  const { length } = replay;
  const [sight, setSight] = useState<(typeof SIGHTS)[number]>('both');
  const { at, playing, speed, setSpeed, goTo, toggle } = usePlaying(0, length);
  const scene = useMemo(() => sceneAt(replay, at), [replay, at]);
  const marks = useMemo(() => replayMarks(replay), [replay]);
  const minute = (time: number) => clockText(Math.max(0, Math.floor(time / 1000)));
  const titleOf = (index: number) => steps[index]?.title ?? '';
  const step = scene.stepIndex === null ? null : steps[scene.stepIndex];
  return (
    <>
      <Card className="z-10 [@media(min-height:40rem)]:sticky [@media(min-height:40rem)]:top-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <Button
            look="primary"
            onClick={toggle}
            icon={playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
          >
            {t(playing ? 'pause' : 'play')}
          </Button>
          {own && <MarkHere at={at} onStop={() => playing && toggle()} onMark={deeds.mark} />}
          <SegmentedControl
            label={t('speed')}
            value={String(speed)}
            onChange={(next) => setSpeed(REPLAY_SPEEDS.find((one) => String(one) === next) ?? speed)}
            segments={REPLAY_SPEEDS.map((one) => ({
              value: String(one),
              label: t('times', { times: one }),
            }))}
          />
          <SegmentedControl
            label={t('sight.label')}
            value={sight}
            onChange={setSight}
            segments={SIGHTS.map((one) => ({ value: one, label: t(`sight.${one}`) }))}
          />
          <span data-testid="replay-time" className="tabular ml-auto text-lg font-semibold">
            <span>{minute(at)}</span>
            <span className="font-normal text-ink-soft">{` / ${minute(length)}`}</span>
          </span>
        </div>
        {/* Over the time line, whose names stand to its left. */}
        <input
          type="range"
          className="slider mt-3 w-full sm:ml-24 sm:w-[calc(100%-6rem)]"
          aria-label={t('moment')}
          aria-valuetext={minute(at)}
          min={0}
          max={length}
          step={Math.max(1, Math.min(1_000, Math.round(length / 500)))}
          value={at}
          onChange={(event) => goTo(event.target.valueAsNumber)}
          style={{ '--share': length > 0 ? at / length : 0 }}
        />
        <ReplayLine replay={replay} marks={marks} at={at} titleOf={titleOf} write={minute} onGo={goTo} />
      </Card>
      {/* On a narrow page one column, in which everybody comes last: that is as long as the class is large. */}
      <div className="grid items-start gap-5 max-lg:grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5 max-lg:contents">
          <Card>
            <dl className="flex flex-wrap gap-x-10 gap-y-3">
              <Stat label={t('there')} value={numbers.integer(scene.students.length)} />
              <Stat
                label={t('training')}
                value={numbers.integer(
                  scene.students.filter(({ activity }) => activity === 'training').length,
                )}
              />
              <Stat label={t('onBoard')} value={numbers.integer(scene.board.length)} />
              <Stat label={t('guesses')} value={numbers.integer(scene.guesses)} />
              {replay.drawn.length > 0 && (
                <Stat label={t('drawings')} value={numbers.integer(scene.drawings)} />
              )}
            </dl>
            {step && scene.stepIndex !== null && (
              <p className="mt-3 font-semibold" data-testid="replay-step">
                {t('classStep', { step: scene.stepIndex + 1, title: step.title })}
              </p>
            )}
          </Card>
          {scene.said !== null && (
            <p className="rounded-md border border-line bg-surface-sunken px-4 py-2 text-sm">
              <span className="text-ink-soft">{t('said')}</span> <span translate="no">{scene.said}</span>
            </p>
          )}
          {sight !== 'teacher' && <ReplayWall replay={replay} scene={scene} steps={steps} at={at} />}
          {sight !== 'projector' && (
            <div className="min-w-0 max-lg:order-last">
              <ReplayStudents students={scene.students} />
            </div>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-5 max-lg:contents">
          <ReplayMarks marks={marks} at={at} write={minute} onGo={goTo} deeds={own ? deeds : null} />
          <ReplayBoard board={scene.board} race={scene.race} teams={scene.teams} />
        </div>
      </div>
    </>
  );
}
