import type { Term } from './term';

/** Data, models and how well they do. */
export const LEARNING_TERMS: readonly Term[] = [
  {
    id: 'machine-learning',
    text: {
      en: {
        name: 'machine learning',
        definition:
          'Making a program out of examples instead of writing its rules by hand: a learning program looks at data and adjusts a model until it fits them.',
      },
      ja: {
        name: '機械学習',
        definition:
          '規則を人が書くのではなく、例からプログラムを作ることです。学習プログラムがデータを見て、それに合うようにモデルを調整します。',
      },
    },
  },
  {
    id: 'deep-learning',
    text: {
      en: {
        name: 'deep learning',
        definition: 'Machine learning whose result is a neural network, usually one with several layers.',
      },
      ja: {
        name: 'ディープラーニング',
        definition:
          '結果がニューラルネットワークになる機械学習です。ふつうは、いくつもの層をもつものを指します。',
      },
    },
  },
  {
    id: 'model',
    text: {
      en: {
        name: 'model',
        definition:
          'What learning produces: a calculation with adjustable numbers (its weights) that turns an input into an output.',
      },
      ja: {
        name: 'モデル',
        definition: '学習でできあがるものです。調整できる数(重み)をもつ計算で、入力を出力に変えます。',
      },
    },
  },
  {
    id: 'classification',
    text: {
      en: {
        name: 'classification',
        definition:
          'Deciding to which of a few classes an input belongs, such as which digit a picture shows.',
      },
      ja: {
        name: '分類',
        definition: '入力がどのクラスに入るかを決めることです。たとえば、画像の数字がどれかを当てます。',
      },
    },
  },
  {
    id: 'regression',
    text: {
      en: {
        name: 'regression',
        definition: 'Predicting a number, such as a temperature, instead of choosing a class.',
      },
      ja: {
        name: '回帰',
        definition: 'クラスを選ぶのではなく、気温のような数を予測することです。',
      },
    },
  },
  {
    id: 'label',
    text: {
      en: {
        name: 'label',
        definition: 'The wanted answer that stands beside an example, given by a person.',
      },
      ja: { name: 'ラベル', definition: '例につけられた正しい答えです。人がつけます。' },
    },
  },
  {
    id: 'training-data',
    text: {
      en: {
        name: 'training data',
        definition: 'The examples that a model learns from. It sees them again and again.',
      },
      ja: { name: '訓練データ', definition: 'モデルが学ぶための例です。何度もくり返し使います。' },
    },
  },
  {
    id: 'validation-data',
    text: {
      en: {
        name: 'validation data',
        definition:
          'Examples kept aside during training, to see while choosing settings how well the model does on what it has never seen.',
      },
      ja: {
        name: '検証データ',
        definition:
          '訓練には使わずに別にしておく例です。設定を選ぶとき、見たことのないデータでどれだけうまくいくかを確かめます。',
      },
    },
  },
  {
    id: 'test-data',
    text: {
      en: {
        name: 'test data',
        definition:
          'Examples that nobody looks at until the end. Only they show honestly how good a model is.',
      },
      ja: {
        name: 'テストデータ',
        definition: '最後まで使わずにとっておく例です。モデルの本当の実力は、これだけが示します。',
      },
    },
  },
  {
    id: 'accuracy',
    text: {
      en: {
        name: 'accuracy',
        definition: 'The share of examples that are answered right, from 0 % to 100 %.',
      },
      ja: { name: '正解率', definition: '正しく答えた例の割合です。0 % から 100 % までの値になります。' },
    },
  },
  {
    id: 'confusion-matrix',
    text: {
      en: {
        name: 'confusion matrix',
        definition:
          'A table of what was taken for what: a row for every right answer, a column for every answer given. Right ones lie on the diagonal.',
      },
      ja: {
        name: '混同行列',
        definition: '何を何と間違えたかの表です。行が正しい答え、列が出した答えで、正解は対角線に並びます。',
      },
    },
  },
  {
    id: 'overfitting',
    text: {
      en: {
        name: 'overfitting',
        definition:
          'Learning the training examples by heart: better and better on them, worse on everything else.',
      },
      ja: {
        name: '過学習',
        definition:
          '訓練データを丸暗記してしまうことです。訓練データでは良くなるのに、ほかのデータでは悪くなります。',
      },
    },
  },
  {
    id: 'regularisation',
    text: {
      en: {
        name: 'regularisation',
        definition:
          'Anything that holds a model back from overfitting. L1 and L2 do so by making large weights cost something.',
      },
      ja: {
        name: '正則化',
        definition: '過学習をおさえる工夫です。L1 や L2 では、大きな重みに罰を与えます。',
      },
    },
  },
  {
    id: 'feature',
    text: {
      en: {
        name: 'feature',
        definition:
          'One number that describes an example, such as the brightness of a pixel. Features are the inputs of a model.',
      },
      ja: {
        name: '特徴量',
        definition: '例を表す数の 1 つです。たとえばピクセルの明るさです。特徴量がモデルの入力になります。',
      },
    },
  },
  {
    id: 'noise',
    text: {
      en: {
        name: 'noise',
        definition: 'Chance variation in data that has nothing to do with what is to be learned.',
      },
      ja: { name: 'ノイズ', definition: '学びたいこととは関係のない、データの偶然のばらつきです。' },
    },
  },
];
