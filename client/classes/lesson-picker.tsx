'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { signInPath } from '@/client/account/safe-next';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { AppBar } from '@/client/ui/app-bar';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Toggle } from '@/client/ui/toggle';
import type { LessonOutline } from '@/lessons/written';
import { DATASET_IDS, type DatasetId } from '@/protocol/datasets';
import { startInGroup } from '@/protocol/groups';
import { DryRunChoice } from './dry-run-choice';
import type { GroupStart } from './group-start';
import { requestClass } from './start-request';
import { chosenIds, isWhole, type StepChoice, wholeLesson } from './step-choice';
import { StepChooser } from './step-chooser';
import { useLessonStop } from './use-lesson-stop';

interface Props {
  lessons: readonly LessonOutline[];
  /** The group whose next sitting it is to be; null: a class of its own. */
  group: GroupStart | null;
}

/** Every lesson; Start makes a class of it and opens its console. */
export function LessonPicker({ lessons, group }: Props) {
  const t = useTranslations('teach.start');
  const classes = useTranslations('teach.classes');
  const datasets = useTranslations('datasets');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const format = useFormatter();
  const router = useRouter();
  // What comes next stands first: most often it is the one.
  const offered = group
    ? [...lessons].sort((a, b) => Number(b.id === group.nextLessonId) - Number(a.id === group.nextLessonId))
    : lessons;
  const open = group && lessons.find(({ id }) => id === group.openLessonId);
  const list = useRef<HTMLUListElement>(null);
  const onListKey = useLessonStop(list);
  const [starting, setStarting] = useState<string | null>(null);
  /** The pictures chosen, by lesson. */
  const [chosen, setChosen] = useState<Readonly<Record<string, DatasetId>>>({});
  const [dryRun, setDryRun] = useState(false);
  const [quiz, setQuiz] = useState(true);
  const [reproduce, setReproduce] = useState(false);
  /** The steps chosen, by lesson; none: as the lesson has them. */
  const [stepChoices, setStepChoices] = useState<Readonly<Record<string, StepChoice>>>({});
  const [problem, setProblem] = useState<string | null>(null);

  const start = async (lesson: LessonOutline) => {
    setStarting(lesson.id);
    setProblem(null);
    const dataset = chosen[lesson.id];
    const choice = stepChoices[lesson.id];
    const answer = await requestClass({
      lessonId: lesson.id,
      quiz,
      ...(reproduce && lesson.dataset !== null && { reproduce }),
      ...(dataset && { dataset }),
      ...(choice && !isWhole(choice, lesson.steps) && { steps: chosenIds(choice) }),
      // Nothing of a dry run is the group's.
      ...(dryRun ? { dryRun } : group && { group: group.id, endOpen: group.openLessonId !== null }),
    });
    if (answer !== 'offline' && answer.ok) {
      router.push(`/teach/live/${answer.code}`);
      return;
    }
    setStarting(null);
    if (answer !== 'offline' && answer.code === 'not-signed-in')
      router.push(signInPath(group ? startInGroup(group.id) : '/teach/start'));
    setProblem(answer === 'offline' ? errors('offline') : refusalText(answer.code));
  };

  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-6 py-6">
        <PageHeader
          above={
            <Link
              href="/teach"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {classes('title')}
            </Link>
          }
          title={group ? t('inGroup', { name: group.name }) : t('title')}
          lead={t(group ? 'inGroupLead' : 'lead')}
        />
        {group !== null && group.openLessonId !== null && !dryRun && (
          <Notice tone="warn">{t('stillOpen', { lesson: open?.text.title ?? group.openLessonId })}</Notice>
        )}
        <Toggle label={t('quiz')} hint={t('quizText')} checked={quiz} onChange={setQuiz} />
        <Toggle
          label={t('reproduce')}
          hint={t('reproduceText')}
          checked={reproduce}
          onChange={setReproduce}
        />
        <DryRunChoice chosen={dryRun} onChange={setDryRun} />
        {problem !== null && <Notice tone="error">{problem}</Notice>}
        <ul ref={list} onKeyDown={onListKey} className="grid gap-5 lg:grid-cols-2">
          {offered.map((lesson) => {
            const { text } = lesson;
            const [least, most] = lesson.minutes;
            const choice = stepChoices[lesson.id] ?? wholeLesson(lesson.steps);
            return (
              <Card as="li" key={lesson.id} data-lesson={lesson.id} className="flex flex-col">
                <p className="tabular flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                  <span>{`${t('number', { number: lesson.number })} · ${t('minutes', { least, most })} · ${t('steps', { count: lesson.steps.length })}`}</span>
                  {group?.nextLessonId === lesson.id && <Badge tone="accent">{t('nextUp')}</Badge>}
                  {group?.held[lesson.id] !== undefined && (
                    <Badge>{t('held', { when: format.dateTime(group.held[lesson.id]!, 'moment') })}</Badge>
                  )}
                </p>
                <h2 className="mt-1 text-xl">{text.title}</h2>
                <p className="mt-1 font-semibold">{text.question}</p>
                <p className="mt-2 text-ink-soft">{text.summary}</p>
                <ol aria-label={t('stepsTitle')} className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
                  {lesson.steps.map((step, index) => (
                    <li key={step.id}>
                      <span className="tabular mr-1.5 text-ink-soft">{index + 1}</span>
                      <span>{step.title}</span>
                    </li>
                  ))}
                </ol>
                <StepChooser
                  steps={lesson.steps}
                  choice={choice}
                  onChange={(next) => setStepChoices((before) => ({ ...before, [lesson.id]: next }))}
                />
                {lesson.dataset !== null && (
                  <SegmentedControl
                    label={t('pictures')}
                    labelVisible
                    className="mt-4"
                    value={chosen[lesson.id] ?? lesson.dataset}
                    onChange={(dataset) => setChosen((before) => ({ ...before, [lesson.id]: dataset }))}
                    segments={DATASET_IDS.map((value) => ({ value, label: datasets(`${value}.name`) }))}
                  />
                )}
                <div className="mt-auto flex flex-wrap items-center gap-3 pt-5">
                  <Button
                    look="primary"
                    size="lg"
                    data-of-each="start"
                    busy={starting === lesson.id}
                    disabledReason={chosenIds(choice).length === 0 ? t('noStep') : undefined}
                    onClick={() => start(lesson)}
                  >
                    {t(dryRun ? 'startDryRun' : 'start')}
                  </Button>
                  <LinkButton look="quiet" size="lg" href={`/learn/${lesson.id}`} data-of-each="preview">
                    {t('preview')}
                  </LinkButton>
                  <LinkButton look="quiet" size="lg" href={`/learn/${lesson.id}/teach`} data-of-each="plan">
                    {t('plan')}
                  </LinkButton>
                </div>
              </Card>
            );
          })}
        </ul>
      </main>
    </>
  );
}
