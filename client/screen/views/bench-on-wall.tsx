'use client';

import { useTranslations } from 'use-intl';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { ShownBench } from '@/client/lesson/shown-bench';
import { usePoolLabels } from '@/client/lesson/use-pool-labels';
import { Spinner } from '@/client/ui/spinner';
import { StudentMark } from '@/client/ui/student-mark';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { Sight } from '@/protocol/sight';
import type { ScreenViewProps } from './screen-view';
import { BENCH_WIDTH, useFittingZoom } from './use-fitting-zoom';
import { ViewFrame } from './view-frame';

interface Props extends ScreenViewProps {
  sight: Sight | null;
  over?: string;
  title: string;
}

/** A student's bench, as large as the wall allows; whose it is only where the teacher has released that. */
export function BenchOnWall({ session, view, origins, sight, over, title }: Props) {
  const t = useTranslations('screen.bench');
  const markName = useMarkName();
  const lesson = useClassLesson(view.class);
  const labels = usePoolLabels(session, lesson);
  const { zoom, box, content } = useFittingZoom(sight?.stepId ?? '');
  const whose = view.bench?.whose ?? null;
  return (
    <ViewFrame view={view} origins={origins} {...(over !== undefined && { over })} title={title}>
      {whose && (
        <p data-testid="whose-bench" className="flex items-center gap-[1vw] text-screen font-semibold">
          <StudentMark mark={whose.mark} className="size-[1.4em]" />
          <span translate="no">{whose.nickname ?? markName(whose.mark)}</span>
        </p>
      )}
      <div ref={box} className="relative min-h-[50vh] min-w-0 flex-1 overflow-hidden">
        {sight && lesson ? (
          // Out of the flow: the wall's height is the window's, however tall a bench is.
          <div ref={content} data-wall="" className="absolute inset-x-0 top-0 flex justify-center">
            <div style={{ zoom, width: BENCH_WIDTH }} className="shrink-0">
              <ShownBench lesson={lesson} seed={view.class.dealSeed} sight={sight} labels={labels} />
            </div>
          </div>
        ) : (
          <div className="grid h-full min-h-[40vh] place-items-center">
            <Spinner label={t('waiting')} className="size-16 text-ink-soft" />
          </div>
        )}
      </div>
    </ViewFrame>
  );
}
