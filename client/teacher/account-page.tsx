'use client';

import { useTranslations } from 'use-intl';
import { AccountForm } from '@/client/teacher/account-form';
import { TEACHER_HOME } from '@/client/teacher/safe-next';
import { StudentWay } from '@/client/teacher/student-way';
import { AppBar } from '@/client/ui/app-bar';

interface Props {
  kind: 'sign-in' | 'sign-up';
  next: string;
}

/** The sheet on squared paper that holds the form. */
export function AccountPage({ kind, next }: Props) {
  const t = useTranslations('teach.account');
  const signIn = kind === 'sign-in';
  return (
    <>
      <AppBar />
      <main id="content" className="graph-paper min-h-[calc(100dvh-3.5rem-1px)] py-8 sm:py-14">
        <div className="page-width">
          <div className="mx-auto max-w-md rounded-lg border border-line bg-surface p-6 shadow-card sm:p-8">
            <StudentWay next={next} />
            <h1 className="text-2xl">{t(signIn ? 'signInTitle' : 'signUpTitle')}</h1>
            <p className="mt-1.5 mb-6 text-ink-soft">
              {signIn && next !== TEACHER_HOME ? t('comeBack') : t(signIn ? 'signInLead' : 'signUpLead')}
            </p>
            <AccountForm kind={kind} next={next} />
          </div>
        </div>
      </main>
    </>
  );
}
