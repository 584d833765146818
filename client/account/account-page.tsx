'use client';

import { useTranslations } from 'use-intl';
import { AccountForm } from './account-form';
import { TEACHER_HOME } from './safe-next';
import { SheetPage } from './sheet-page';
import { StudentWay } from './student-way';

interface Props {
  kind: 'sign-in' | 'sign-up';
  next: string;
}

/** Sign-in or sign-up. */
export function AccountPage({ kind, next }: Props) {
  const t = useTranslations('teach.account');
  const signIn = kind === 'sign-in';
  return (
    <SheetPage
      above={<StudentWay next={next} />}
      title={t(signIn ? 'signInTitle' : 'signUpTitle')}
      lead={signIn && next !== TEACHER_HOME ? t('comeBack') : t(signIn ? 'signInLead' : 'signUpLead')}
    >
      <AccountForm kind={kind} next={next} />
    </SheetPage>
  );
}
