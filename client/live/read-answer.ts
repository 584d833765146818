import type { Shape } from '@/base/shape';
import { type Answer, isRefusalCode, refuse } from '@/protocol/refusals';

/** An answer of our server's: these facts, or one of the refusals. @param facts what is read of an answer that is `ok` */
export function answerReader<Facts extends object>(facts: Shape<Facts>): Shape<Answer<Facts>> {
  return (said) => {
    if (typeof said !== 'object' || said === null || !('ok' in said)) return undefined;
    if (said.ok === false) return 'code' in said && isRefusalCode(said.code) ? refuse(said.code) : undefined;
    const read = said.ok === true ? facts(said) : undefined;
    return read && { ok: true, ...read };
  };
}
