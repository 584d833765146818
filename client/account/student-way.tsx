'use client';

import { useTranslations } from 'use-intl';
import { LinkButton } from '@/client/ui/link-button';

/** A class's page of the teacher's, by its address. */
const TEACHERS_PAGE = /^\/(?:teach\/live|screen)\/([A-Z2-9]{6})(?=[/?#]|$)/;

/** The way on for a student who was given the address of the console or the projector. @param next the page that was asked for */
export function StudentWay({ next }: { next: string }) {
  const t = useTranslations('teach.account');
  const code = TEACHERS_PAGE.exec(next)?.[1];
  if (code === undefined) return null;
  return (
    <section
      aria-label={t('student')}
      className="mb-6 rounded-lg border border-accent bg-accent-soft p-4 sm:p-5"
    >
      <p className="font-display text-lg font-bold">{t('student')}</p>
      <p className="mt-1 mb-3">{t('studentText', { code })}</p>
      <LinkButton href={`/join/${code}`} look="primary" size="lg" prefetch={false} className="w-full">
        {t('studentJoin')}
      </LinkButton>
    </section>
  );
}
