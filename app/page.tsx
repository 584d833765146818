import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { JoinForm } from '@/client/landing/join-form';
import { AppBar } from '@/client/ui/app-bar';
import { PlainLinkButton } from '@/client/ui/plain-link-button';

/** `/`: join with a code; the way in for teachers. */
export default async function LandingPage() {
  const t = await getTranslator('landing');
  return (
    <PageMessages page="/">
      <div className="flex min-h-dvh flex-col">
        <AppBar />
        <main
          id="content"
          className="page-width grid flex-1 content-start items-center gap-x-16 gap-y-6 py-5 sm:py-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,29rem)] lg:content-center xl:gap-x-24 huge:grid-cols-[minmax(0,1fr)_minmax(0,33rem)]"
        >
          <div className="mx-auto w-full max-w-md lg:mx-0 lg:max-w-2xl">
            <h1 className="text-2xl font-extrabold text-wrap sm:text-3xl lg:text-4xl huge:text-5xl">
              {t('title')}
            </h1>
            <p className="mt-3 max-w-xl text-ink-soft sm:mt-5 sm:text-lg">{t('lead')}</p>
            <div className="mt-8 hidden lg:block">
              <OtherWays t={t} />
            </div>
          </div>
          <section
            aria-label={t('codeLabel')}
            className="graph-paper mx-auto w-full max-w-md rounded-lg border border-line-strong p-4 shadow-card sm:p-6 lg:mx-0 lg:max-w-none huge:p-8"
          >
            <JoinForm />
          </section>
          <div className="mx-auto w-full max-w-md lg:hidden">
            <OtherWays t={t} />
          </div>
        </main>
      </div>
    </PageMessages>
  );
}

/** For whoever has no code: the way in for teachers, and every lesson alone. */
function OtherWays({ t }: { t: Awaited<ReturnType<typeof getTranslator<'landing'>>> }) {
  return (
    <div className="grid w-fit grid-cols-[auto_auto] items-center gap-x-4 gap-y-2.5">
      <span className="text-ink-soft">{t('teacherLead')}</span>
      <PlainLinkButton href="/teach">{t('teachers')}</PlainLinkButton>
      <span className="text-ink-soft">{t('aloneLead')}</span>
      <PlainLinkButton href="/learn">{t('alone')}</PlainLinkButton>
    </div>
  );
}
