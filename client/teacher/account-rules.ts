import { type AuthErrorCode, PASSWORD_LENGTH, TEACHER_NAME_LENGTH } from '@/protocol/auth';

/** What a teacher types to sign in or up. */
export interface AccountForm {
  name: string;
  email: string;
  password: string;
}

/** Keys of `teach.accountProblem`: each says what to do. */
export type AccountProblem =
  | 'nameMissing'
  | 'nameLong'
  | 'emailMissing'
  | 'emailInvalid'
  | 'emailTaken'
  | 'passwordMissing'
  | 'passwordChoose'
  | 'passwordShort'
  | 'passwordLong'
  | 'wrong'
  | 'often'
  | 'busy'
  | 'storage'
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
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.normalize('NFKC'))) problems.email = 'emailInvalid';
  const length = passwordLength(form.password);
  if (length === 0) problems.password = kind === 'sign-in' ? 'passwordMissing' : 'passwordChoose';
  if (kind === 'sign-in') return problems;
  const name = form.name.trim();
  if (name === '') problems.name = 'nameMissing';
  else if (name.length > TEACHER_NAME_LENGTH) problems.name = 'nameLong';
  if (length > 0 && length < PASSWORD_LENGTH.min) problems.password = 'passwordShort';
  if (length > PASSWORD_LENGTH.max) problems.password = 'passwordLong';
  return problems;
}

/** Characters as the server counts them, after normalisation. */
export function passwordLength(password: string): number {
  return password.normalize('NFKC').length;
}

const BY_CODE: Record<AuthErrorCode, AccountProblems> = {
  'bad-request': { form: 'unknown' },
  'name-invalid': { name: 'nameMissing' },
  'email-invalid': { email: 'emailInvalid' },
  'password-too-short': { password: 'passwordShort' },
  'password-too-long': { password: 'passwordLong' },
  'email-taken': { email: 'emailTaken' },
  'wrong-credentials': { form: 'wrong' },
  'cross-origin': { form: 'origin' },
  'rate-limited': { form: 'often' },
  busy: { form: 'busy' },
  storage: { form: 'storage' },
  internal: { form: 'unknown' },
};

/** What the server's refusal means for the form; a code that this page does not know is a problem of its own. */
export function problemsOf(code: unknown): AccountProblems {
  return typeof code === 'string' && Object.hasOwn(BY_CODE, code)
    ? BY_CODE[code as AuthErrorCode]
    : { form: 'unknown' };
}
