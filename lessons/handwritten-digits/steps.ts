import type { LessonStep } from '../lesson';

/** The words of lesson 5, step by step. */
export const steps: readonly LessonStep[] = [
  {
    id: 'look',
    bench: 'digits-pictures',
    options: {},
    text: {
      en: {
        title: 'Look at the data',
        body: [
          'Each picture is a digit that somebody wrote by hand. To the computer it is only 28 × 28 = 784 numbers: how bright each pixel is. Beside every picture stands its **label**, the digit that the writer meant.',
          'The network learns from the **training data** alone. Other pictures are kept aside as **validation data**: they show how well it reads digits that it has never seen.',
        ],
        task: 'Leaf through the pictures. Find a few that you would not be sure about yourself.',
      },
      ja: {
        title: 'データを見る',
        body: [
          'どの画像も、だれかが手で書いた数字です。コンピューターにとっては 28 × 28 = 784 個の数、つまり各ピクセルの明るさにすぎません。画像のそばにあるのが**ラベル**で、書いた人がどの数字のつもりだったかを表します。',
          'ネットワークは**訓練データ**だけから学びます。残りの画像は**検証データ**として別にしてあり、一度も見たことのない数字をどれだけ読めるかを調べるのに使います。',
        ],
        task: '画像をめくってみましょう。自分でも迷うような数字を、いくつか見つけてください。',
      },
    },
  },
  {
    id: 'train',
    bench: 'digits-training',
    options: {},
    text: {
      en: {
        title: 'Train a network',
        body: [
          'A **dense** network connects every input with every unit. Each connection has a weight, so the numbers grow fast: 784 inputs into 32 units need 784 × 32 weights and 32 biases. A **convolutional** network slides a few small filters over the picture instead.',
          'Training takes a small **batch** of examples, measures the **loss**, moves every weight a little in the direction that lowers it, and repeats. When every example has been used once, one **epoch** has passed.',
          'Watch both curves. If the network keeps getting better on training data while it gets worse on validation data, it has begun to learn the examples by heart: **overfitting**.',
        ],
        task: 'Choose a network and press Train. Then change one thing, train again, and compare.',
      },
      ja: {
        title: 'ネットワークを訓練する',
        body: [
          '**全結合**のネットワークでは、すべての入力がすべてのユニットにつながります。つながり 1 本ごとに重みがあるので、数はすぐに増えます。784 個の入力を 32 個のユニットにつなぐには、784 × 32 個の重みと 32 個のバイアスが必要です。**畳み込み**のネットワークでは、小さなフィルターを画像の上ですべらせます。',
          '訓練では、少数の例(**バッチ**)を取り出して**損失**を計算し、それが小さくなる向きにすべての重みを少しだけ動かします。これをくり返します。すべての例を 1 回ずつ使うと、1 **エポック**です。',
          '2 本の曲線を見くらべてください。訓練データでは良くなり続けるのに、検証データでは悪くなっていくなら、例を丸暗記しはじめています。これが**過学習**です。',
        ],
        task: 'ネットワークを選んで「訓練」を押しましょう。それから 1 か所だけ変えてもう一度訓練し、くらべてください。',
      },
    },
  },
  {
    id: 'draw',
    bench: 'digits-drawing',
    options: {},
    text: {
      en: {
        title: 'Draw your own',
        body: [
          'Your drawing is prepared just as the training pictures were: shrunk, centred, 28 × 28 pixels. Then the network gives ten numbers that add up to 1. Read them as: how sure is it of each digit?',
          'A network can be very sure and still be wrong. It has never seen your handwriting, only other people’s.',
        ],
        task: 'Draw a digit and watch the ten numbers while you draw. Can you find one that fools it?',
      },
      ja: {
        title: '自分で書いてみる',
        body: [
          'あなたの字は、訓練データと同じやり方で縮小して中央に寄せ、28 × 28 ピクセルにします。するとネットワークは、合計が 1 になる 10 個の数を出します。それぞれの数字だと、どれくらい思っているかを表す数です。',
          '自信たっぷりに間違えることもあります。ネットワークが見てきたのはほかの人の字で、あなたの字は初めてだからです。',
        ],
        task: '数字を書きながら、10 個の数の動きを見てください。ネットワークをだませる字は書けますか?',
      },
    },
  },
  {
    id: 'challenge',
    bench: 'digits-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge',
        body: [
          'Now the whole class competes. Submit a trained network, and the server rebuilds it and lets it read pictures that no browser has ever received. Only that accuracy counts.',
          'The board shows the result on one half of those hidden pictures. The other half is revealed when the class ends, so tuning for the board alone does not help.',
        ],
        task: 'Train the best network that you can, and submit it. You may submit again: your best one counts.',
      },
      ja: {
        title: 'チャレンジ',
        body: [
          'ここからはクラス全員の競争です。訓練したネットワークを提出すると、サーバーがそれを組み立て直し、どのブラウザーにも送られたことのない画像を読ませます。数えられるのは、その正解率だけです。',
          '順位表に出るのは、隠された画像の半分での結果です。もう半分は授業の終わりに公開されます。ですから、順位表に合わせて調整するだけでは勝てません。',
        ],
        task: 'できるだけ良いネットワークを訓練して、提出しましょう。何度でも提出でき、いちばん良いものが残ります。',
      },
    },
  },
];
