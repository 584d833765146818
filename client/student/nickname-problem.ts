import { LIMITS } from '@/protocol/limits';
import { countGraphemes, isNickname, normaliseNickname } from '@/protocol/nickname';

/** What is wrong with a nickname before the server is asked; null: it may be tried. */
export type NicknameProblem =
  | { kind: 'empty' }
  /** Something was typed that nobody can see. */
  | { kind: 'unseen' }
  | { kind: 'too-long'; count: number }
  | { kind: 'invalid' };

/** Looks at a nickname as it was typed. */
export function nicknameProblem(typed: string): NicknameProblem | null {
  const nickname = normaliseNickname(typed.slice(0, LIMITS.nicknameUnits));
  if (nickname === '') return { kind: /\S/u.test(typed) ? 'unseen' : 'empty' };
  const count = countGraphemes(nickname);
  if (count > LIMITS.nicknameGraphemes) return { kind: 'too-long', count };
  return isNickname(nickname) ? null : { kind: 'invalid' };
}
