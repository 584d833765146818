/** The answer, which must be none of the refusals. @throws Error with the refusal */
export function mustBeOk<Reply extends { ok: boolean }>(answer: Reply): Extract<Reply, { ok: true }> {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Extract<Reply, { ok: true }>;
}
