'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { StepGuesses } from '@/client/challenge/step-guesses';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { BookmarksCard } from '@/client/review/bookmarks/bookmarks-card';
import { classNames } from '@/client/ui/class-names';
import { patiently } from '@/client/ui/patiently';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { useKeptFocus } from '@/client/ui/use-kept-focus';
import { hasBoard, poolOf } from '@/lessons/benches';
import type { TeacherView } from '@/protocol/views';
import { AbsentStudents } from './absent-students';
import { AssistantsCard } from './assistants/assistants-card';
import { StepAnswers } from './checks/step-answers';
import { ConductBar } from './conduct-bar';
import { ConsoleBar } from './console-bar';
import { ConsoleBoard } from './console-board';
import { useConsole } from './console-context';
import { ConsoleLobby } from './console-lobby';
import { EndedPanel } from './ended-panel';
import { ClassExperiments } from './experiments/class-experiments';
import { HandProvider } from './hand/hand';
import { May, useMay } from './may';
import { NewcomerAlarm } from './newcomer-alarm';
import { LazyPoolCard } from './pool/lazy-pool-card';
import { ProductCard } from './product-card';
import { ProjectorCard } from './projector/projector-card';
import { RaceAgainCard } from './race-again-card';
import { usePhone } from './remote/use-phone';
import { RoomSettings } from './room-settings';
import { SentOutCard } from './sent-out-card';
import { SnapshotsCard } from './snapshots/snapshots-card';
import { StepPreview } from './step-preview';
import { StudentDrawer } from './student-drawer';
import { StudentsNow } from './students-now';
import { VotePanel } from './votes/vote-panel';
import { WaitingList } from './waiting-list';

interface Props {
  view: TeacherView;
  clockOffset: number;
  origins: readonly string[];
}

/** Few classes are dry runs. */
const DryRunCard = dynamic(
  patiently(() => import('./dry-run/dry-run-card')),
  { ssr: false },
);
/** Only where a race is revealed. */
const RevealCard = dynamic(
  patiently(() => import('./reveal/reveal-card')),
  { ssr: false },
);
const RevealRemote = dynamic(
  patiently(() => import('./reveal/reveal-remote')),
  { ssr: false },
);
/** A phone in a pocket needs none of it before a class goes on there. */
const Remote = dynamic(
  patiently(() => import('./remote/remote')),
  { ssr: false },
);

const PARTS = ['students', 'board', 'room'] as const;
type Part = (typeof PARTS)[number] | 'remote';

/** The console with a class in it. On narrow screens one part shows at a time; the order of the page stays the same. */
export function LiveConsole({ view, clockOffset, origins }: Props) {
  const t = useTranslations('console.views');
  const page = useTranslations('console');
  const { ask } = useConsole();
  const helps = useMay('help');
  const leads = useMay('lead');
  const [chosen, setPart] = useState<Part | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const { roster, class: facts } = view;
  useKeptFocus();
  const students = useMemo(() => roster.filter(({ membership }) => membership === 'in'), [roster]);
  const waiting = useMemo(() => roster.filter(({ membership }) => membership === 'waiting'), [roster]);
  const lesson = useClassLesson(facts);
  const step = lesson?.steps[facts.stepIndex];
  const stepCount = lesson?.steps.length ?? 0;
  const stepTitle = step?.text.title ?? '';
  const open = roster.find(({ id }) => id === openId) ?? null;
  const ended = facts.phase === 'ended';
  const ranked = !view.devices && (lesson === null || hasBoard(lesson));
  const revealing = view.reveal.now !== null;
  const hasRemote = usePhone() && leads && (facts.phase === 'live' || revealing);
  const part =
    chosen === null || (chosen === 'remote' && !hasRemote) ? (hasRemote ? 'remote' : 'students') : chosen;
  const parts: readonly Part[] = hasRemote ? ['remote', ...PARTS] : PARTS;
  const only = (which: Part) => classNames(part !== which && 'max-lg:hidden');

  return (
    <HandProvider view={view} lesson={lesson}>
      <ConsoleBar facts={facts} lessonTitle={lesson?.text.title ?? facts.lessonId} origins={origins} />
      <main id="content">
        <h1 className="sr-only">{page('pageTitle', { code: facts.code })}</h1>
        {part !== 'remote' && <ConductBar view={view} stepCount={stepCount} stepTitle={stepTitle} />}
        {/* Whatever has the focus must not hide behind a bar that stays, nor behind what is said at the lower edge. */}
        <div className="page-width py-4 lg:py-5 [&_:is(a,button,input,select,summary,[tabindex])]:scroll-mt-20 [&_:is(a,button,input,select,summary,[tabindex])]:scroll-mb-28">
          <SegmentedControl
            label={t('label')}
            value={part}
            onChange={setPart}
            segments={parts.map((value) => ({ value, label: t(value) }))}
            className="mb-4 lg:hidden [&>div]:w-full [&_label]:flex-1"
          />
          {facts.dryRun && (
            <May least="owner">
              <div className="mb-5">
                <DryRunCard view={view} />
              </div>
            </May>
          )}
          {part === 'remote' && revealing && <RevealRemote view={view} />}
          {part === 'remote' && !revealing && (
            <Remote
              view={view}
              lesson={lesson}
              students={students}
              stepCount={stepCount}
              stepTitle={stepTitle}
              onOpen={setOpenId}
            />
          )}
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21.5rem] huge:grid-cols-[minmax(0,1fr)_26rem]">
            <div
              className={classNames(
                'flex min-w-0 flex-col gap-5',
                (!ended || part === 'remote') && only('students'),
              )}
            >
              {!facts.dryRun && (
                <May least="lead">
                  <NewcomerAlarm view={view} clockOffset={clockOffset} />
                </May>
              )}
              {waiting.length > 0 && <WaitingList students={waiting} />}
              {facts.phase === 'lobby' ? (
                <ConsoleLobby view={view} students={students} origins={origins} onOpen={setOpenId} />
              ) : (
                <>
                  {ended && (
                    <>
                      {revealing && part !== 'remote' && (
                        <div className={only('board')}>
                          <RevealCard view={view} />
                        </div>
                      )}
                      <div className={only('students')}>
                        <EndedPanel view={view} />
                      </div>
                      {ranked && (
                        <div className={classNames('flex flex-col gap-5', only('board'))}>
                          {view.reveal.offered && <RevealCard view={view} />}
                          {(view.reveal.now?.revealed ?? true) && <RaceAgainCard view={view} />}
                          <ConsoleBoard view={view} wide />
                        </div>
                      )}
                    </>
                  )}
                  <StudentsNow
                    view={view}
                    step={step}
                    students={students}
                    clockOffset={clockOffset}
                    onOpen={setOpenId}
                  />
                  {!ended && <AbsentStudents view={view} onOpen={setOpenId} />}
                </>
              )}
            </div>
            <div id="side" className="flex min-w-0 flex-col gap-5">
              {lesson && facts.phase === 'live' && part !== 'remote' && (
                <div className={classNames('empty:hidden', only('board'))}>
                  <May least="lead">
                    <VotePanel view={view} lesson={lesson} keyed />
                  </May>
                </div>
              )}
              <div className={classNames('empty:hidden', only('room'))}>
                <May least="lead">
                  <ProjectorCard screen={view.screen} />
                </May>
              </div>
              {lesson && (
                <div className={only('room')}>
                  <StepPreview view={view} lesson={lesson} />
                </div>
              )}
              {lesson && (
                <div className={classNames('empty:hidden', only('room'))}>
                  <SnapshotsCard view={view} lesson={lesson} />
                </div>
              )}
              {step && facts.phase === 'live' && (
                <div className={classNames('empty:hidden', only('board'))}>
                  <StepGuesses step={step} tallies={view.predictions} />
                </div>
              )}
              {step?.check && facts.phase === 'live' && (
                <div className={only('board')}>
                  <StepAnswers stepId={step.id} check={step.check} students={students} />
                </div>
              )}
              {step?.bench === 'matrix-rows' && facts.phase === 'live' && (
                <div className={only('board')}>
                  <ProductCard roster={roster} />
                </div>
              )}
              {facts.phase === 'live' && (
                <div className={only('board')}>{ranked && <ConsoleBoard view={view} />}</div>
              )}
              <div className={classNames('flex flex-col gap-5 empty:hidden', only('board'))}>
                <May least="lead">
                  <ClassExperiments view={view} />
                </May>
              </div>
              {lesson && poolOf(lesson) !== null && (
                <div className={classNames('empty:hidden', only('room'))}>
                  <May least="lead">
                    <LazyPoolCard view={view} />
                  </May>
                </div>
              )}
              <div className={classNames('empty:hidden', only('room'))}>
                <BookmarksCard
                  bookmarks={view.bookmarks}
                  lesson={lesson}
                  fixed={!helps}
                  onNote={({ id }, note) => ask({ type: 'bookmark:note', bookmarkId: id, note })}
                  onRemove={({ id }) => ask({ type: 'bookmark:remove', bookmarkId: id })}
                />
              </div>
              <div className={classNames('empty:hidden', only('room'))}>
                <May least="lead">
                  <SentOutCard roster={roster} />
                </May>
              </div>
              <div className={classNames('empty:hidden', only('room'))}>
                <May least="lead">
                  <RoomSettings view={view} />
                </May>
              </div>
              <div className={classNames('empty:hidden', only('room'))}>
                {view.assistants && (
                  <AssistantsCard facts={facts} assistants={view.assistants} origins={origins} />
                )}
              </div>
            </div>
          </div>
        </div>
      </main>
      <StudentDrawer student={open} onClose={() => setOpenId(null)} />
    </HandProvider>
  );
}
