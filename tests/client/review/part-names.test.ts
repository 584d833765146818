import { expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { CIRCUIT_GOALS } from '@/protocol/challenges/circuits';
import { DESCENT_PARTS } from '@/protocol/challenges/descent';
import { CHALLENGE_GATES } from '@/protocol/challenges/gates';
import { LOSS_PARTS } from '@/protocol/challenges/loss';

test.each(['en', 'ja'] as const)(
  'the review names parts of a challenge as its bench does, in %s',
  (language) => {
    const { challenge, circuit, descent, loss, perceptron } = messagesOf(language);
    const onBenches = {
      ...Object.fromEntries(CHALLENGE_GATES.map((gate) => [gate, perceptron.goal[gate]])),
      ...Object.fromEntries(CIRCUIT_GOALS.map((goal) => [goal, circuit.goal[goal]])),
      ...Object.fromEntries(LOSS_PARTS.map((part) => [part, loss.challenge.part[part]])),
      ...Object.fromEntries(DESCENT_PARTS.map((part) => [part, descent.landscapes[part]])),
    };
    expect(challenge.part).toMatchObject(onBenches);
  },
);
