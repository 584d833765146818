import type { Metadata } from 'next';
import { ResetPage } from '@/client/account/reset-page';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { processAccounts } from '@/server/auth/auth';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account');
  return { title: t('reset.title'), robots: { index: false } };
}

interface Props {
  params: Promise<{ token: string }>;
}

export default async function Page({ params }: Props) {
  const { token } = await params;
  // To look at the link uses nothing up: programs that look at links in messages must not spoil it.
  const email = await processAccounts().emailOfReset(token);
  return (
    <PageMessages page="/teach/reset/[token]">
      <ResetPage token={token} email={email} />
    </PageMessages>
  );
}
