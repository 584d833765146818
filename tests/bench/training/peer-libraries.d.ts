/** What `peers.worker.ts` uses of two libraries that come without types. */
declare module 'convnetjs' {
  export class Vol {
    constructor(width: number, height: number, depth: number, fill: number);
    w: Float64Array;
  }
  export class Net {
    makeLayers(definitions: readonly object[]): void;
  }
  export class Trainer {
    constructor(net: Net, options: object);
    train(input: Vol, label: number): object;
  }
}

declare module 'synaptic' {
  interface Squashing {
    squash: unknown;
  }
  interface Layer {
    set(options: Squashing): void;
  }
  export const Neuron: { squash: { TANH: unknown } };
  export namespace Architect {
    class Perceptron {
      constructor(...units: number[]);
      layers: { hidden: Layer[]; output: Layer };
      activate(inputs: readonly number[]): number[];
      propagate(rate: number, targets: readonly number[]): void;
    }
  }
}
