import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountPage } from '@/client/account/account-page';
import { safeNext } from '@/client/account/safe-next';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { currentTeacher } from '@/server/read/current-teacher';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('account.signInTitle') };
}

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next);
  if (await currentTeacher()) redirect(next);
  return (
    <PageMessages page="/teach/sign-in">
      <AccountPage kind="sign-in" next={next} />
    </PageMessages>
  );
}
