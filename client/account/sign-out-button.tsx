'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { sayToStay } from '@/client/ui/staying-toast';
import { requestSignOut } from './account-request';

/** Ends the session on this and every other tab. Needs a `Toaster` on the page. */
export function SignOutButton() {
  const t = useTranslations('teach.account');
  const problemText = useTranslations('teach.accountProblem');
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    const refused = await requestSignOut();
    if (refused === null) {
      window.location.assign('/teach/sign-in');
      return;
    }
    setBusy(false);
    sayToStay('error', problemText(refused.problems.form === 'offline' ? 'offline' : 'unknown'));
  };
  return (
    <Button look="quiet" busy={busy} icon={<LogOut aria-hidden="true" />} onClick={signOut} className="px-3">
      {t('signOut')}
    </Button>
  );
}
