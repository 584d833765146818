import type { Term } from './term';

/** How networks learn, and on what. */
export const TRAINING_TERMS: readonly Term[] = [
  {
    id: 'training',
    text: {
      en: {
        name: 'training',
        definition: 'Adjusting a model’s weights, step by step, so that the loss falls.',
      },
      ja: { name: '訓練', definition: '損失が小さくなるように、モデルの重みを少しずつ調整することです。' },
    },
  },
  {
    id: 'loss-function',
    text: {
      en: {
        name: 'loss function',
        definition:
          'Says in one number how wrong the outputs are: the larger, the more wrong. Also just “loss”.',
      },
      ja: {
        name: '損失関数',
        definition:
          '出力がどれくらい間違っているかを 1 つの数で表します。大きいほど間違っています。その値を「損失」といいます。',
      },
    },
  },
  {
    id: 'squared-error',
    text: {
      en: {
        name: 'squared error',
        definition: 'A loss: the difference between output and wanted answer, squared, summed.',
      },
      ja: {
        name: '二乗誤差',
        definition: '損失関数の 1 つです。出力と正しい答えの差を 2 乗して足します。',
      },
    },
  },
  {
    id: 'cross-entropy',
    text: {
      en: {
        name: 'cross-entropy',
        definition:
          'A loss for classification: −ln of the probability that was given to the right answer. It grows without bound as a confident answer is wrong.',
      },
      ja: {
        name: 'クロスエントロピー',
        definition:
          '分類に使う損失関数です。正しい答えに与えた確率の −ln で、自信をもって間違えるほど限りなく大きくなります。',
      },
    },
  },
  {
    id: 'saturation',
    text: {
      en: {
        name: 'saturation',
        definition:
          'A unit is saturated where its activation function is almost flat: its slope is close to 0, so it hardly learns.',
      },
      ja: {
        name: '飽和',
        definition:
          '活性化関数がほとんど平らなところにユニットがあることです。傾きが 0 に近く、ほとんど学べません。',
      },
    },
  },
  {
    id: 'derivative',
    text: {
      en: {
        name: 'derivative',
        definition:
          'The slope of a curve at a point: how fast the result changes when the input moves a little.',
      },
      ja: {
        name: '微分',
        definition: '曲線のその点での傾きです。入力を少し動かすと、結果がどれだけ変わるかを表します。',
      },
    },
  },
  {
    id: 'gradient',
    text: {
      en: {
        name: 'gradient',
        definition:
          'The slopes of the loss by every weight, taken together. It points where the loss rises fastest; learning steps the other way.',
      },
      ja: {
        name: '勾配',
        definition:
          '損失をすべての重みで微分したものを並べたものです。損失がいちばん速く増える向きを指すので、学習では逆の向きに進みます。',
      },
    },
  },
  {
    id: 'gradient-descent',
    text: {
      en: {
        name: 'gradient descent',
        definition: 'Going downhill on the loss: again and again a step against the gradient.',
      },
      ja: {
        name: '勾配降下法',
        definition: '損失の坂を下ることです。勾配と逆の向きへの一歩を、何度もくり返します。',
      },
    },
  },
  {
    id: 'learning-rate',
    text: {
      en: {
        name: 'learning rate',
        definition:
          'How far one step goes: the number by which the gradient is multiplied. Too small is slow, too large jumps over the valley.',
      },
      ja: {
        name: '学習率',
        definition:
          '1 歩の大きさです。勾配にかける数で、小さすぎると進みが遅く、大きすぎると谷を飛びこえます。',
      },
    },
  },
  {
    id: 'sgd',
    text: {
      en: {
        name: 'stochastic gradient descent (SGD)',
        definition:
          'Gradient descent in which every step uses the loss of only one, or a few, examples picked at random: rougher, and far cheaper.',
      },
      ja: {
        name: '確率的勾配降下法 (SGD)',
        definition:
          '1 歩ごとに、無作為に選んだ 1 つまたは少数の例だけで損失を計算する勾配降下法です。粗いかわりに、ずっと軽くなります。',
      },
    },
  },
  {
    id: 'batch',
    text: {
      en: {
        name: 'batch',
        definition: 'The few examples that one step of training uses. Also “mini-batch”.',
      },
      ja: {
        name: 'バッチ',
        definition: '訓練の 1 歩で使う、少数の例のまとまりです。ミニバッチともいいます。',
      },
    },
  },
  {
    id: 'epoch',
    text: {
      en: { name: 'epoch', definition: 'One pass in which every training example has been used once.' },
      ja: { name: 'エポック', definition: 'すべての訓練データを 1 回ずつ使い終わるまでの、ひとまわりです。' },
    },
  },
  {
    id: 'momentum',
    text: {
      en: {
        name: 'momentum',
        definition:
          'Steps that keep some of the speed of earlier ones, like a rolling ball: faster along a valley, calmer across it.',
      },
      ja: {
        name: 'モメンタム',
        definition:
          'ころがるボールのように、前の歩みの勢いを残して進む方法です。谷に沿っては速く、横には揺れにくくなります。',
      },
    },
  },
  {
    id: 'adam',
    text: {
      en: {
        name: 'Adam',
        definition:
          'An update rule with momentum that also fits the size of the step to every weight on its own.',
      },
      ja: {
        name: 'Adam',
        definition: 'モメンタムに加えて、重みごとに歩幅を合わせる更新の方法です。',
      },
    },
  },
  {
    id: 'optimiser',
    text: {
      en: {
        name: 'optimiser',
        definition: 'The rule that turns gradients into changes of the weights: SGD, momentum, Adam.',
      },
      ja: {
        name: '最適化手法',
        definition: '勾配から重みの変え方を決める規則です。SGD、モメンタム、Adam などがあります。',
      },
    },
  },
  {
    id: 'backpropagation',
    text: {
      en: {
        name: 'backpropagation',
        definition:
          'Finding every weight’s gradient in one sweep from the output’s layer back to the input’s, by the chain rule.',
      },
      ja: {
        name: 'バックプロパゲーション(誤差逆伝播法)',
        definition:
          '連鎖律を使い、出力の層から入力の層へさかのぼりながら、すべての重みの勾配を一度に求める方法です。',
      },
    },
  },
  {
    id: 'chain-rule',
    text: {
      en: {
        name: 'chain rule',
        definition:
          'If one thing depends on a second and that on a third, the slopes multiply. It is why backpropagation runs backwards.',
      },
      ja: {
        name: '連鎖律',
        definition:
          'あるものが 2 つ目に、2 つ目が 3 つ目によって決まるなら、傾きはかけ算になります。誤差逆伝播法が後ろから進むのは、このためです。',
      },
    },
  },
  {
    id: 'divergence',
    text: {
      en: {
        name: 'divergence',
        definition:
          'Training that gets worse with every step until its numbers overflow; mostly the learning rate is too large.',
      },
      ja: {
        name: '発散',
        definition:
          '1 歩ごとに悪くなり、ついには数があふれてしまうことです。たいていは学習率が大きすぎます。',
      },
    },
  },
  {
    id: 'perceptron-rule',
    text: {
      en: {
        name: 'perceptron rule',
        definition:
          'How one perceptron learns: at every wrong example it adds the inputs to the weights, or takes them away. On linearly separable data it always ends.',
      },
      ja: {
        name: 'パーセプトロンの学習規則',
        definition:
          '1 つのパーセプトロンの学び方です。間違えるたびに、入力を重みに足すか、重みから引きます。線形分離可能なデータなら必ず終わります。',
      },
    },
  },
  {
    id: 'seed',
    text: {
      en: {
        name: 'seed',
        definition: 'The number from which chance is drawn: the same seed gives the same start, every time.',
      },
      ja: {
        name: 'シード',
        definition: '乱数のもとになる数です。同じシードなら、いつも同じところから始まります。',
      },
    },
  },
  {
    id: 'gpu',
    text: {
      en: {
        name: 'GPU',
        definition:
          'A processor made for graphics that does very many small calculations at the same time; matrices suit it well.',
      },
      ja: {
        name: 'GPU',
        definition:
          '画像処理のために作られた、たくさんの小さな計算を同時に行うプロセッサーです。行列の計算が得意です。',
      },
    },
  },
  {
    id: 'matrix',
    text: {
      en: {
        name: 'matrix',
        definition: 'A table of numbers. A whole layer, for a whole batch, is one product of two matrices.',
      },
      ja: {
        name: '行列',
        definition: '数を並べた表です。1 つの層の計算は、バッチ全体でも 2 つの行列の積になります。',
      },
    },
  },
  {
    id: 'backend',
    text: {
      en: {
        name: 'backend',
        definition:
          'What the numbers are computed with: plain JavaScript, WebAssembly, or the graphics chip.',
      },
      ja: {
        name: 'バックエンド',
        definition:
          '計算を実際に行うしくみです。JavaScript、WebAssembly、グラフィックスチップなどがあります。',
      },
    },
  },
];
