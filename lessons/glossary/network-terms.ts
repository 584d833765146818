import type { Term } from './term';

/** What networks are made of. */
export const NETWORK_TERMS: readonly Term[] = [
  {
    id: 'neural-network',
    text: {
      en: {
        name: 'neural network',
        definition:
          'Many simple units, connected in layers. Each adds up its weighted inputs and passes the sum through an activation function.',
      },
      ja: {
        name: 'ニューラルネットワーク',
        definition:
          'たくさんの単純なユニットを、層にしてつないだものです。各ユニットは重みをかけた入力を足し、活性化関数に通します。',
      },
    },
  },
  {
    id: 'simple-perceptron',
    text: {
      en: {
        name: 'simple perceptron',
        definition:
          'One unit: it multiplies every input by its weight, adds up, and outputs 1 where the sum is at or above the threshold, otherwise 0.',
      },
      ja: {
        name: '単純パーセプトロン',
        definition:
          '1 つのユニットです。入力にそれぞれの重みをかけて足し、合計が閾値以上なら 1、そうでなければ 0 を出力します。',
      },
    },
  },
  {
    id: 'input',
    text: {
      en: { name: 'input', definition: 'A number that goes into a unit or a network.' },
      ja: { name: '入力', definition: 'ユニットやネットワークに入れる数です。' },
    },
  },
  {
    id: 'output',
    text: {
      en: { name: 'output', definition: 'The number that comes out of a unit or a network: its answer.' },
      ja: { name: '出力', definition: 'ユニットやネットワークから出てくる数、つまり答えです。' },
    },
  },
  {
    id: 'weight',
    text: {
      en: {
        name: 'weight',
        definition:
          'The number by which an input is multiplied: how strongly it counts, and whether for (positive) or against (negative).',
      },
      ja: {
        name: '重み',
        definition: '入力にかける数です。その入力をどれくらい重く見るか、賛成(正)か反対(負)かを表します。',
      },
    },
  },
  {
    id: 'threshold',
    text: {
      en: {
        name: 'threshold',
        definition:
          'The number θ that the weighted sum must reach for a perceptron to output 1. At the threshold itself the output is 1.',
      },
      ja: {
        name: '閾値',
        definition:
          'パーセプトロンが 1 を出力するために、重みつきの合計が届かなければならない数 θ です。ちょうど閾値のときも 1 になります。',
      },
    },
  },
  {
    id: 'bias',
    text: {
      en: {
        name: 'bias',
        definition:
          'A number added to the weighted sum. It is the threshold with its sign turned: bias = −θ.',
      },
      ja: {
        name: 'バイアス',
        definition: '重みつきの合計に足す数です。閾値の符号を変えたもの(バイアス = −θ)にあたります。',
      },
    },
  },
  {
    id: 'activation-function',
    text: {
      en: {
        name: 'activation function',
        definition:
          'What a unit does to its sum before passing it on, such as step, sigmoid, tanh or ReLU. Without one, many layers are no more than one.',
      },
      ja: {
        name: '活性化関数',
        definition:
          'ユニットが合計を次に渡す前に通す関数です。ステップ関数、シグモイド、tanh、ReLU などがあります。これがないと、層を重ねても 1 層と変わりません。',
      },
    },
  },
  {
    id: 'step-function',
    text: {
      en: {
        name: 'step function',
        definition: 'The activation of the simple perceptron: 0 below the threshold, 1 at or above it.',
      },
      ja: {
        name: 'ステップ関数',
        definition: '単純パーセプトロンの活性化関数です。閾値より下では 0、閾値以上では 1 になります。',
      },
    },
  },
  {
    id: 'sigmoid',
    text: {
      en: {
        name: 'sigmoid',
        definition:
          'A step with its corner rounded off: it rises smoothly from 0 to 1. Far out it is almost flat; there it is said to be saturated.',
      },
      ja: {
        name: 'シグモイド',
        definition:
          '角をなめらかにした階段で、0 から 1 までゆるやかに上がります。端ではほとんど平らになり、これを飽和といいます。',
      },
    },
  },
  {
    id: 'tanh',
    text: {
      en: { name: 'tanh', definition: 'Shaped like the sigmoid, but rising from −1 to 1 through 0.' },
      ja: { name: 'tanh', definition: 'シグモイドと同じ形で、−1 から 0 を通って 1 まで上がります。' },
    },
  },
  {
    id: 'relu',
    text: {
      en: {
        name: 'ReLU',
        definition:
          'The simplest bend: negative sums become 0, positive ones pass unchanged. Quick to compute, and its slope does not fade for large sums.',
      },
      ja: {
        name: 'ReLU',
        definition:
          'いちばん単純な曲がり方です。負の合計は 0 になり、正の合計はそのまま通ります。計算が速く、合計が大きくても傾きが消えません。',
      },
    },
  },
  {
    id: 'softmax',
    text: {
      en: {
        name: 'softmax',
        definition:
          'Turns the sums of the last layer into numbers between 0 and 1 that add up to 1, one for each class.',
      },
      ja: {
        name: 'ソフトマックス',
        definition:
          '最後の層の合計を、0 から 1 までで足すと 1 になる数に変えます。クラスごとに 1 つの数になります。',
      },
    },
  },
  {
    id: 'unit',
    text: {
      en: {
        name: 'unit',
        definition: 'One node of a network: it adds up weighted inputs and outputs one number.',
      },
      ja: {
        name: 'ユニット',
        definition: 'ネットワークの節の 1 つです。重みをかけた入力を足し、数を 1 つ出力します。',
      },
    },
  },
  {
    id: 'layer',
    text: {
      en: {
        name: 'layer',
        definition: 'A row of units that all take the same inputs. One layer feeds the next.',
      },
      ja: {
        name: '層',
        definition: '同じ入力を受けとるユニットの並びです。ある層の出力が、次の層の入力になります。',
      },
    },
  },
  {
    id: 'hidden-layer',
    text: {
      en: { name: 'hidden layer', definition: 'A layer between the input and the output.' },
      ja: { name: '隠れ層', definition: '入力と出力のあいだにある層です。' },
    },
  },
  {
    id: 'dense',
    text: {
      en: { name: 'dense layer', definition: 'A layer in which every unit is connected with every input.' },
      ja: { name: '全結合層', definition: 'どのユニットも、すべての入力とつながっている層です。' },
    },
  },
  {
    id: 'convolution',
    text: {
      en: {
        name: 'convolution',
        definition:
          'Sliding one small set of weights (a filter) over a whole picture, so that the same pattern is found wherever it stands.',
      },
      ja: {
        name: '畳み込み',
        definition:
          '小さな重みの組(フィルター)を画像全体ですべらせることです。同じ形を、どこにあっても見つけられます。',
      },
    },
  },
  {
    id: 'linearly-separable',
    text: {
      en: {
        name: 'linearly separable',
        definition:
          'Two classes that one straight line (with more inputs, one plane) can divide. Exactly these one perceptron can learn.',
      },
      ja: {
        name: '線形分離可能',
        definition:
          '2 つのクラスを 1 本の直線(入力が多ければ 1 枚の平面)で分けられることです。1 つのパーセプトロンが学べるのは、この場合だけです。',
      },
    },
  },
  {
    id: 'truth-table',
    text: {
      en: {
        name: 'truth table',
        definition: 'A list of every combination of inputs with the output of each.',
      },
      ja: { name: '真理値表', definition: '入力のすべての組み合わせと、それぞれの出力を並べた表です。' },
    },
  },
  {
    id: 'xor',
    text: {
      en: {
        name: 'XOR (exclusive or)',
        definition: '1 when exactly one of two inputs is 1. No single perceptron can do it.',
      },
      ja: {
        name: 'XOR(排他的論理和)',
        definition:
          '2 つの入力のうち、ちょうど 1 つだけが 1 のときに 1 になります。1 つのパーセプトロンでは作れません。',
      },
    },
  },
  {
    id: 'parity',
    text: {
      en: {
        name: 'parity',
        definition: '1 when an odd number of the inputs is 1: XOR for more than two inputs.',
      },
      ja: {
        name: 'パリティ',
        definition: '1 である入力の個数が奇数のときに 1 になります。XOR を 3 入力以上に広げたものです。',
      },
    },
  },
];
