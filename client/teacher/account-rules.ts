/** What a teacher types to sign in or up. */
export interface AccountForm {
  name: string;
  email: string;
  password: string;
}

export const ACCOUNT_LIMITS = { passwordLeast: 10, passwordMost: 128, nameMost: 100 } as const;

/** Keys of `teach.accountProblem`: each says what to do. */
export type AccountProblem =
  | 'nameMissing'
  | 'nameLong'
  | 'emailMissing'
  | 'emailInvalid'
  | 'emailTaken'
  | 'passwordMissing'
  | 'passwordShort'
  | 'passwordLong'
  | 'wrong'
  | 'often'
  | 'offline'
  | 'origin'
  | 'unknown';

export type AccountField = keyof AccountForm;
export type AccountProblems = Partial<Record<AccountField | 'form', AccountProblem>>;

/** What is wrong with a form before it is sent; the server decides in the end. */
export function checkAccountForm(form: AccountForm, kind: 'sign-in' | 'sign-up'): AccountProblems {
  const problems: AccountProblems = {};
  const email = form.email.trim();
  if (email === '') problems.email = 'emailMissing';
  else if (!/^[^\s@]+@[^\s@]+$/.test(email)) problems.email = 'emailInvalid';
  if (form.password === '') problems.password = 'passwordMissing';
  if (kind === 'sign-in') return problems;
  const name = form.name.trim();
  if (name === '') problems.name = 'nameMissing';
  else if (name.length > ACCOUNT_LIMITS.nameMost) problems.name = 'nameLong';
  if (form.password !== '' && form.password.length < ACCOUNT_LIMITS.passwordLeast)
    problems.password = 'passwordShort';
  if (form.password.length > ACCOUNT_LIMITS.passwordMost) problems.password = 'passwordLong';
  return problems;
}

/** The codes of the account service that mean something to the person at the form. */
const BY_CODE: Record<string, AccountProblems> = {
  INVALID_EMAIL_OR_PASSWORD: { form: 'wrong' },
  INVALID_PASSWORD: { form: 'wrong' },
  USER_NOT_FOUND: { form: 'wrong' },
  INVALID_EMAIL: { email: 'emailInvalid' },
  USER_ALREADY_EXISTS: { email: 'emailTaken' },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { email: 'emailTaken' },
  PASSWORD_TOO_SHORT: { password: 'passwordShort' },
  PASSWORD_TOO_LONG: { password: 'passwordLong' },
  INVALID_ORIGIN: { form: 'origin' },
  MISSING_OR_NULL_ORIGIN: { form: 'origin' },
};

/** What an answer that is not a success means. `code`: from the answer's body, null where there was none. */
export function problemsOfAnswer(status: number, code: string | null): AccountProblems {
  if (code !== null && Object.hasOwn(BY_CODE, code)) return BY_CODE[code]!;
  if (status === 429) return { form: 'often' };
  if (status === 401) return { form: 'wrong' };
  return { form: 'unknown' };
}
