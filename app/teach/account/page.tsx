import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { OwnAccountPage } from '@/client/account/own-account-page';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { processAccounts } from '@/server/auth/auth';
import { readStore } from '@/server/store/page-store';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account');
  return { title: t('own.title') };
}

export default async function Page() {
  const { teacherId, name, email, sessionId } = await requireTeacher('/teach/account');
  const [browsers, classes] = await Promise.all([
    processAccounts().browsersOf(teacherId),
    readStore().then((store) => store.listClasses(teacherId)),
  ]);
  return (
    <PageMessages page="/teach/account">
      <OwnAccountPage
        name={name}
        email={email}
        browsers={browsers}
        here={sessionId}
        classCount={classes.filter(({ shared }) => !shared).length}
        sharedCount={classes.filter(({ shared }) => shared).length}
      />
    </PageMessages>
  );
}
