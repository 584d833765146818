import { ANSWER_MS, download } from '@/engine/download/download';
import { AUTH_PATHS } from '@/protocol/auth';
import { type AccountFields, type AccountProblems, problemsOf } from './account-rules';

/** What went wrong, and after how many seconds it may go right; null where the server did not say. */
export interface AccountRefusal {
  problems: AccountProblems;
  retryAfterSeconds: number | null;
}

/** Signs in or up. Null: done, the session cookie is set. Never throws. */
export function requestAccount(
  kind: 'sign-in' | 'sign-up',
  form: AccountFields,
): Promise<AccountRefusal | null> {
  const { email, password } = form;
  return kind === 'sign-in'
    ? post(AUTH_PATHS.signIn, { email, password })
    : post(AUTH_PATHS.signUp, { name: form.name, email, password });
}

/** Ends this browser's session. Null: done. Never throws. */
export function requestSignOut(): Promise<AccountRefusal | null> {
  return post(AUTH_PATHS.signOut, {});
}

/** Sets a forgotten password by an operator's link. */
export const requestReset = (token: string, password: string) =>
  post(AUTH_PATHS.resetPassword, { token, password });
export const requestName = (name: string) => post(AUTH_PATHS.changeName, { name });
export const requestEmail = (email: string, current: string) =>
  post(AUTH_PATHS.changeEmail, { email, current });
export const requestPassword = (password: string, current: string) =>
  post(AUTH_PATHS.changePassword, { password, current });
/** Signs one browser out, or all but this one. */
export const requestSessionsEnd = (which: { sessionId: string } | { others: true }) =>
  post(AUTH_PATHS.endSessions, which);
export const requestClosing = (confirm: string, current: string) =>
  post(AUTH_PATHS.closeAccount, { confirm, current });

async function post(path: string, body: object): Promise<AccountRefusal | null> {
  let answer: Response;
  try {
    answer = await download(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      { stallMs: ANSWER_MS },
    );
  } catch {
    return { problems: { form: 'offline' }, retryAfterSeconds: null };
  }
  if (answer.ok) return null;
  // A proxy in between may answer with something that is no JSON.
  const refusal = (await answer.json().catch(() => null)) as {
    code?: unknown;
    retryAfterSeconds?: unknown;
  } | null;
  const seconds = refusal?.retryAfterSeconds;
  return {
    problems: problemsOf(refusal?.code),
    retryAfterSeconds: typeof seconds === 'number' ? Math.ceil(seconds) : null,
  };
}
