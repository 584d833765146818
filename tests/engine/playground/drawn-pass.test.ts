import { describe, expect, it } from 'vitest';
import { UNIT_ACTIVATIONS } from '@/engine/dense/activations';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { denseShape } from '@/engine/dense/shape';
import { DrawnPass } from '@/engine/playground/drawn-pass';
import { createRandom } from '@/engine/random';

describe('what is drawn of a network is what it answers', () => {
  const CELLS = 7;
  const shapes = [
    ...UNIT_ACTIVATIONS.map((name) => [name, denseShape(2, [5, 3], name, 1, name)] as const),
    ['three classes', denseShape(3, [6], 'tanh', 3, 'softmax')] as const,
    ['no hidden layer', denseShape(7, [], 'tanh', 2, 'sigmoid')] as const,
  ];
  it.each(shapes)('%s', (_name, shape) => {
    const random = createRandom(4);
    const network = new DenseNetwork(
      shape,
      initialDenseWeights(shape, 'fitting', random).map((w) => w + random.normal()),
    );
    const cells = Float64Array.from({ length: CELLS * shape.inputs }, () => 3 * random.normal());
    const columns = Float64Array.from(
      cells,
      (_, i) => cells[(i % CELLS) * shape.inputs + Math.floor(i / CELLS)]!,
    );
    const drawn = new DrawnPass(CELLS).run(network, columns);
    network.forwardRange(cells, 0, CELLS);
    expect(drawn).toHaveLength(shape.layers.length);
    shape.layers.forEach(({ units }, layer) => {
      const answers = network.outputsOf(layer);
      for (let cell = 0; cell < CELLS; cell++)
        for (let unit = 0; unit < units; unit++)
          expect(drawn[layer]![unit * CELLS + cell]).toBeCloseTo(answers[cell * units + unit]!, 12);
    });
  });
});
