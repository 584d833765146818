'use client';

import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import type { Elements } from '@/client/ui/elements';
import { PrintButton } from '@/client/ui/print-button';
import { NOTICE_DAYS } from '@/protocol/keeping-days';
import type { KeepingPolicy } from '@/protocol/retention';

/** What is kept of students, each with its reason. */
const KEPT = ['name', 'times', 'runs', 'answers', 'drawings', 'help', 'teacher', 'device'] as const;

/** What this server keeps of people, why, how long, who sees it and how it is deleted: one page, to be printed. */
export function PrivacyPage({ policy }: { policy: KeepingPolicy }) {
  const t = useTranslations('privacy');
  const { defaultDays: days, mostDays: most } = policy;
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <div className="flex max-w-prose flex-col items-start gap-3">
          <h1 className="text-2xl">{t('title')}</h1>
          <p>{t('lead')}</p>
          <PrintButton>{t('print')}</PrintButton>
        </div>
        <section aria-labelledby="kept-what" className="max-w-4xl">
          <h2 id="kept-what" className="mb-2 text-lg">
            {t('what')}
          </h2>
          <table className="w-full border-collapse text-left text-sm">
            <caption className="sr-only">{t('caption')}</caption>
            <thead>
              <tr className="border-b border-line-strong">
                <th scope="col" className="py-1.5 pr-4">
                  {t('thing')}
                </th>
                <th scope="col" className="py-1.5">
                  {t('why')}
                </th>
              </tr>
            </thead>
            <tbody>
              {KEPT.map((one) => (
                <tr key={one} className="border-b border-line align-top">
                  <td className="w-1/2 py-1.5 pr-4">{t(`kept.${one}.thing`)}</td>
                  <td className="py-1.5">{t(`kept.${one}.why`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Section title={t('not')}>
          <p>{t('notText')}</p>
          <p>{t('teachers')}</p>
        </Section>
        <Section title={t('long')}>
          <p>{t(days < most ? 'longText' : 'longSame', { days, most, notice: NOTICE_DAYS })}</p>
        </Section>
        <Section title={t('who')}>
          <p>{t('whoText')}</p>
        </Section>
        <Section title={t('delete')}>
          <p>{t('deleteText')}</p>
        </Section>
        <Section title={t('browser')}>
          <p>{t('browserText')}</p>
        </Section>
        <Section title={t('others')}>
          <p>{t('othersText')}</p>
        </Section>
      </main>
    </>
  );
}

function Section({ title, children }: { title: string; children: Elements }) {
  return (
    <section className="flex max-w-prose flex-col gap-2">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  );
}
