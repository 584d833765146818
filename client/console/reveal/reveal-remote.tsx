'use client';

import { useTranslations } from 'use-intl';
import { ProjectorCard } from '@/client/console/projector/projector-card';
import type { TeacherView } from '@/protocol/views';
import { RevealBar } from './reveal-bar';
import RevealCard from './reveal-card';

/** The reveal as a remote control, on a phone in one hand: on and back lie under the thumb. */
export default function RevealRemote({ view }: { view: TeacherView }) {
  const t = useTranslations('reveal');
  const { now } = view.reveal;
  if (now === null) return null;
  return (
    <div data-testid="reveal-remote" className="flex flex-col gap-4 pb-52">
      <RevealCard view={view} large />
      <ProjectorCard screen={view.screen} />
      <section
        aria-label={t('title')}
        className="fixed inset-x-0 bottom-0 z-20 low:static! border-t border-line-strong bg-surface px-4 pt-2 pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
      >
        <RevealBar desk={now} large />
      </section>
    </div>
  );
}
