'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { PageHeader } from '@/client/ui/page-header';
import { Toaster } from '@/client/ui/toaster';
import { PASSWORD_LENGTH } from '@/protocol/auth';
import { requestEmail, requestName, requestPassword } from './account-request';
import { checkFields } from './account-rules';
import { CloseAccount } from './close-account';
import { FieldsForm, type FormField } from './fields-form';
import { SignOutButton } from './sign-out-button';
import { type SignedInBrowser, SignedInBrowsers } from './signed-in-browsers';

interface Props {
  name: string;
  email: string;
  browsers: readonly SignedInBrowser[];
  /** The session of this browser. */
  here: string;
  /** Classes that are erased with the account, and those that stay with another owner. */
  classCount: number;
  sharedCount: number;
}

/** What a teacher may change of the own account. */
export function OwnAccountPage({ name, email, browsers, here, classCount, sharedCount }: Props) {
  const t = useTranslations('account.own');
  const account = useTranslations('teach.account');
  const router = useRouter();
  const saved = (message: string) => {
    toast.success(message);
    router.refresh();
    return false;
  };
  const current: FormField = {
    name: 'current',
    label: t('current'),
    autoComplete: 'current-password',
  };
  return (
    <>
      <AppBar actions={<SignOutButton />} />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          above={
            <Link
              href="/teach"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('back')}
            </Link>
          }
          title={t('title')}
          lead={<span className="[overflow-wrap:anywhere]">{t('lead', { email })}</span>}
        />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <Card as="section" title={t('nameTitle')}>
              <FieldsForm
                initial={{ name }}
                fields={[{ name: 'name', label: t('name'), hint: account('nameHint'), autoComplete: 'name' }]}
                check={({ name = '' }) => checkFields({ name })}
                send={({ name = '' }) => requestName(name)}
                onDone={() => saved(t('nameSaved'))}
                submit={t('nameSave')}
                button={{ look: 'secondary' }}
              />
            </Card>
            <Card as="section" title={t('emailTitle')}>
              <FieldsForm
                fields={[{ name: 'email', label: t('email'), autoComplete: 'email' }, current]}
                check={({ email = '', current = '' }) => checkFields({ email, current })}
                send={({ email = '', current = '' }) => requestEmail(email, current)}
                onDone={({ email = '' }) => saved(t('emailSaved', { email: email.trim().toLowerCase() }))}
                submit={t('emailSave')}
                button={{ look: 'secondary' }}
              />
            </Card>
          </div>
          <div className="grid gap-5">
            <Card as="section" title={t('passwordTitle')}>
              <FieldsForm
                fields={[
                  current,
                  {
                    name: 'password',
                    label: t('password'),
                    hint: account('passwordHint', { least: PASSWORD_LENGTH.min }),
                    autoComplete: 'new-password',
                  },
                ]}
                check={({ password = '', current = '' }) => checkFields({ password, current })}
                send={({ password = '', current = '' }) => requestPassword(password, current)}
                onDone={() => saved(t('passwordSaved'))}
                submit={t('passwordSave')}
                button={{ look: 'secondary' }}
              />
            </Card>
            <SignedInBrowsers browsers={browsers} here={here} />
          </div>
        </div>
        <CloseAccount email={email} classCount={classCount} sharedCount={sharedCount} />
      </main>
      <Toaster />
    </>
  );
}
