import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { LayerSteps } from '@/client/benches/playground/inside/layer-steps';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { explainForward } from '@/engine/dense/explained-pass';
import { countDenseWeights, denseShape } from '@/engine/dense/shape';
import { LANGUAGES } from '@/lessons/languages';

const SHAPE = denseShape(2, [3, 2], 'tanh', 1, 'sigmoid');
const WEIGHTS = Float32Array.from({ length: countDenseWeights(SHAPE) }, (_, at) => Math.sin(at + 1));
const PLACE = [1.5, -0.7];

test.each(LANGUAGES)(
  'a place through a 2-D network, with the very numbers of the network, in %s',
  (language) => {
    const layers = explainForward(SHAPE, WEIGHTS, PLACE);
    const answer = new DenseNetwork(SHAPE, WEIGHTS).forwardRange(Float64Array.from(PLACE), 0, 1)[0]!;
    expect(layers.at(-1)![0]!.y).toBeCloseTo(answer, 12);
    const html = renderToStaticMarkup(
      <IntlProvider
        locale={language}
        messages={messagesOf(language)}
        formats={FORMATS}
        timeZone="UTC"
        onError={(error) => {
          throw error;
        }}
      >
        <LayerSteps
          inputs={PLACE}
          layers={layers}
          shape={SHAPE}
          features={['x1', 'x2']}
          inputNames={new Map()}
        />
      </IntlProvider>,
    );
    const units = html.split('data-unit="').slice(1);
    expect(units.map((unit) => unit.slice(0, 3))).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2', '3.1']);
    const numbersOf = (unit: string) =>
      [...unit.matchAll(/title="([^"]*)"/g)].map(([, text]) => Number(text));
    // Products and bias make the sum; what a unit answers goes into the next layer.
    const numbers = units.map(numbersOf);
    for (const [at, all] of numbers.entries()) {
      const inputs = at < 3 ? 2 : at < 5 ? 3 : 2;
      const pairs = all.slice(0, 2 * inputs);
      const [bias, sum, again, y] = all.slice(2 * inputs);
      let total = bias!;
      for (let i = 0; i < inputs; i++) total += pairs[2 * i]! * pairs[2 * i + 1]!;
      expect(total).toBeCloseTo(sum!, 10);
      expect(again).toBe(sum);
      expect(y).toBeCloseTo(at < 5 ? Math.tanh(sum!) : 1 / (1 + Math.exp(-sum!)), 10);
    }
    const answers = numbers.map((all) => all.at(-1)!);
    expect([0, 2, 4].map((at) => numbers[3]![at])).toEqual(answers.slice(0, 3));
    expect([0, 2].map((at) => numbers[5]![at])).toEqual(answers.slice(3, 5));
  },
);
