import { type AccountForm, type AccountProblems, problemsOfAnswer } from '@/client/teacher/account-rules';

/** Signs in or up. Null: done, the session cookie is set. Never throws. */
export async function requestAccount(
  kind: 'sign-in' | 'sign-up',
  form: AccountForm,
): Promise<AccountProblems | null> {
  const email = form.email.trim();
  const body =
    kind === 'sign-in'
      ? { email, password: form.password }
      : { name: form.name.trim(), email, password: form.password };
  return post(`/api/auth/${kind}/email`, body);
}

/** Ends the session everywhere it is checked. Null: done. Never throws. */
export function requestSignOut(): Promise<AccountProblems | null> {
  return post('/api/auth/sign-out', {});
}

async function post(path: string, body: object): Promise<AccountProblems | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return null;
    return problemsOfAnswer(answer.status, await readCode(answer));
  } catch {
    return { form: 'offline' };
  }
}

async function readCode(answer: Response): Promise<string | null> {
  try {
    const body: unknown = await answer.json();
    const code = (body as { code?: unknown } | null)?.code;
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}
