import { type AuthErrorCode, PASSWORD_LENGTH, TEACHER_NAME_LENGTH } from '@/protocol/auth';

/** What a teacher types to sign in or up. */
export interface AccountFields {
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
  | 'passwordCommon'
  | 'passwordOwnWords'
  | 'passwordWrong'
  | 'notConfirmed'
  | 'linkInvalid'
  | 'signedOut'
  | 'wrong'
  | 'often'
  | 'busy'
  | 'storage'
  | 'offline'
  | 'origin'
  | 'unknown';

/** `current`: the password that holds now. `confirm`: the email once more, before something that cannot be undone. */
export type AccountField = keyof AccountFields | 'current' | 'confirm';
export type AccountTexts = Partial<Record<AccountField, string>>;
export type AccountProblems = Partial<Record<AccountField | 'form', AccountProblem>>;

/** What is wrong with a form before it is sent; the server decides in the end. */
export function checkAccountForm(form: AccountFields, kind: 'sign-in' | 'sign-up'): AccountProblems {
  const { name, email, password } = form;
  if (kind === 'sign-up') return checkFields({ name, email, password });
  const { email: emailProblem } = checkFields({ email });
  return {
    ...(emailProblem && { email: emailProblem }),
    ...(passwordLength(password) === 0 && { password: 'passwordMissing' }),
  };
}

const CHECKS: Record<AccountField, (typed: string) => AccountProblem | null> = {
  name: (typed) => {
    const name = typed.trim();
    if (name === '') return 'nameMissing';
    return name.length > TEACHER_NAME_LENGTH ? 'nameLong' : null;
  },
  email: (typed) => {
    const email = typed.trim();
    if (email === '') return 'emailMissing';
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.normalize('NFKC')) ? null : 'emailInvalid';
  },
  /** One that is chosen now. */
  password: (typed) => {
    const length = passwordLength(typed);
    if (length === 0) return 'passwordChoose';
    if (length < PASSWORD_LENGTH.min) return 'passwordShort';
    return length > PASSWORD_LENGTH.max ? 'passwordLong' : null;
  },
  current: (typed) => (typed === '' ? 'passwordMissing' : null),
  confirm: (typed) => (typed.trim() === '' ? 'notConfirmed' : null),
};

/** What is wrong with the fields that are there. */
export function checkFields(texts: AccountTexts): AccountProblems {
  const found = Object.entries(texts).map(([name, typed]) => [name, CHECKS[name as AccountField](typed)]);
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
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
  'password-common': { password: 'passwordCommon' },
  'password-own-words': { password: 'passwordOwnWords' },
  'email-taken': { email: 'emailTaken' },
  'wrong-credentials': { form: 'wrong' },
  'wrong-password': { current: 'passwordWrong' },
  'not-signed-in': { form: 'signedOut' },
  'link-invalid': { form: 'linkInvalid' },
  'not-confirmed': { confirm: 'notConfirmed' },
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
