import type { Page } from 'playwright-core';
import en from '@/client/messages/en/circuit.json';
import ja from '@/client/messages/ja/circuit.json';
import { circuitsChallenge } from '@/engine/challenges/circuits';
import { solveCircuit } from '@/people/solutions';
import { type Language, type Place, setNumber } from './place';

const WORDS = { en, ja };
const NAMES = 'ABCDEF';

/** What the walk needs of the circuit bench, in one language. */
class CircuitBench {
  constructor(
    private readonly page: Page,
    private readonly words: (typeof WORDS)[Language],
  ) {}

  /** Chooses a unit in the picture by keyboard. */
  async select(name: string): Promise<void> {
    const unit = this.page.getByTestId('bench').locator(`svg [role="button"][aria-label*=" ${name}"]`);
    await unit.first().press('Enter');
  }

  async add(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.add, exact: true }).click();
  }

  async weight(from: string, unit: string, value: number): Promise<void> {
    await setNumber(this.page, this.words.exactWeight.replace('{from}', from).replace('{unit}', unit), value);
  }

  async threshold(unit: string, value: number): Promise<void> {
    await setNumber(this.page, this.words.exactThreshold.replace('{unit}', unit), value);
  }

  async waitUntilDone(units: number): Promise<void> {
    await this.page
      .locator(`[data-testid="circuit-status"][data-done="true"][data-units="${units}"]`)
      .waitFor();
  }
}

async function walkBuild({ open }: Place, bench: CircuitBench): Promise<void> {
  await open('two-lines');
  await bench.select('Y');
  await bench.threshold('Y', 1.5);
  await bench.waitUntilDone(3);

  await open('odd');
  await bench.add();
  await bench.threshold('C', 2.5);
  await bench.select('Y');
  await bench.weight('C', 'Y', 1);
  await bench.waitUntilDone(4);

  await open('box');
  for (const [name, up, threshold] of [
    ['C', 1, 0.25],
    ['D', -1, -0.75],
  ] as const) {
    await bench.add();
    await bench.weight('x₁', name, 0);
    await bench.weight('x₂', name, up);
    await bench.threshold(name, threshold);
  }
  await bench.select('Y');
  for (const name of ['C', 'D']) await bench.weight(name, 'Y', 1);
  await bench.threshold('Y', 3.5);
  await bench.waitUntilDone(5);
}

async function walkChallenge({ page, language, seed, open }: Place, bench: CircuitBench): Promise<void> {
  const words = WORDS[language];
  const task = circuitsChallenge.deal(seed);
  await open('challenge');
  let solved = 0;
  for (const part of ['xor', 'parity-3', 'box'] as const) {
    await page.getByTestId('bench').locator('label', { hasText: words.goal[part] }).first().click();
    const { layers } = solveCircuit(task, part);
    for (const [i, unit] of layers[0].entries()) {
      const name = NAMES[i]!;
      if (i < 2) await bench.select(name);
      else await bench.add();
      for (const [input, weight] of unit.weights.entries()) {
        const given = part !== 'box' && i === 0 && task[part].input === input;
        if (!given) await bench.weight(`x${'₁₂₃'[input]}`, name, weight);
      }
      await bench.threshold(name, unit.threshold);
    }
    await bench.select('Y');
    for (const [i, weight] of layers[1][0]!.weights.entries()) await bench.weight(NAMES[i]!, 'Y', weight);
    await bench.threshold('Y', layers[1][0]!.threshold);
    await bench.waitUntilDone(layers[0].length + 1);
    await page.getByRole('button', { name: words.challenge.submit, exact: true }).click();
    solved++;
    await page.locator(`[data-testid="circuits-solved"][data-solved="${solved}"]`).waitFor();
  }
  await page.reload();
  await page.locator('[data-testid="circuits-solved"][data-solved="3"]').waitFor();
  await bench.waitUntilDone(3);
  // Handed in is handed in, after a reload too.
  if ((await page.getByText(words.challenge.ready).count()) > 0)
    throw new Error('asks for what was handed in already');
}

/** Everything that a student does in lesson 3, to the challenge's goal with the fewest units. */
export async function walkCircuits(place: Place): Promise<void> {
  const bench = new CircuitBench(place.page, WORDS[place.language]);
  await walkBuild(place, bench);
  await walkChallenge(place, bench);
}
