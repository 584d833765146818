import type { LessonStep } from '@/lessons/lesson';
import { FEATURES, OVERFITTING } from './setups';

/** The second half of lesson 4: features, too many units, and the spiral. */
export const shapingSteps: readonly LessonStep[] = [
  {
    id: 'features',
    bench: 'playground',
    options: FEATURES,
    text: {
      en: {
        title: 'Help with features',
        body: [
          'There is no hidden layer here at all: inputs go straight to the output, so it can only draw one straight line across whatever it is given.',
          'But what **is** it given? A [[feature|feature]] is a number worked out from the place before the network sees it: a square, a product, a wave. A straight line in x₁² and x₂² is a circle on the plane.',
          'The right feature can replace a whole layer. Finding it takes somebody who already knows the answer’s shape; hidden layers find their own. That is the trade.',
        ],
        task: 'Part the circle without a hidden layer: switch features on and off, and train. Then choose “Exclusive or”. Which single feature is enough?',
      },
      ja: {
        title: '特徴で助ける',
        body: [
          'ここには隠れ層がまったくありません。入力がそのまま出力につながるので、与えられたものの上に、まっすぐな線を 1 本引けるだけです。',
          'では、**何を**与えるのでしょうか。[[feature|特徴]]とは、ネットワークに見せる前に場所から計算しておく数のことです。2 乗、積、波などがあります。x₁² と x₂² でのまっすぐな線は、平面の上では円になります。',
          'ぴったりの特徴があれば、層 1 つ分の代わりになります。ただし、それを選ぶには答えの形を知っている人が必要です。隠れ層は、自分で見つけます。どちらにも、良いところとそうでないところがあります。',
        ],
        task: '隠れ層なしで円を分けてみましょう。特徴を切り替えて、訓練してください。できたら「排他的論理和」を選びます。どの特徴 1 つで足りるでしょうか?',
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'Why is x₁x₂ alone enough for exclusive or?',
          choices: [
            'Because it has the most weights.',
            'Because it is large everywhere.',
            'Because its sign is the answer: positive where both have the same sign, negative where they differ.',
          ],
          why: 'Class 1 lies where x₁ and x₂ have **different** signs, and exactly there their product is below 0. One weight and one bias do the rest.',
        },
        ja: {
          question: '排他的論理和では、どうして x₁x₂ だけで足りるのでしょうか?',
          choices: [
            '重みがいちばん多いから。',
            'どこでも大きい値だから。',
            '符号がそのまま答えだから。2 つの符号が同じなら正、違えば負になる。',
          ],
          why: 'クラス 1 は x₁ と x₂ の符号が**違う**ところにあり、積が 0 より小さいのもちょうどそこです。あとは重み 1 つとバイアス 1 つで足ります。',
        },
      },
    },
  },
  {
    id: 'overfitting',
    bench: 'playground',
    options: OVERFITTING,
    text: {
      en: {
        title: 'Too good to be true',
        body: [
          'Forty noisy points to learn from, and a network with 105 weights. It can bend around every single one. The [[training-data|training]] loss falls to nothing, while the loss on [[test-data|test points]] (dark rims) turns and rises: [[overfitting|overfitting]].',
          'It has learnt the noise by heart. What helps: more points, fewer units, or making large weights costly ([[regularisation|L2]]), which keeps the curves calm.',
          '**What this lesson leaves out:** how the weights are found (lessons 6 to 8), and that looking at test points while choosing slowly spoils them as a test. Serious work keeps a third set that is looked at once.',
        ],
        task: 'Train and watch the two loss curves part. Then bring the test loss down: try L2 = 0.01, fewer units, or more points. Compare.',
      },
      ja: {
        title: 'うますぎる話',
        body: [
          '学習に使うのは、ノイズの多い 40 個の点。ネットワークの重みは 105 個あります。これだけあれば、点を 1 つずつよけて曲がることができます。[[training-data|訓練データ]]の損失はほとんど 0 になりますが、[[test-data|テストの点]](縁が濃い点)の損失は途中から上がっていきます。これが[[overfitting|過学習]]です。',
          'ノイズまで丸暗記してしまったのです。点を増やす、ユニットを減らす、大きな重みに罰を与える([[regularisation|L2]])と、曲線が落ち着きます。',
          '**このレッスンで省いたこと:** 重みがどうやって見つかるのか(レッスン 6~8)。そして、テストの点を見ながら選んでいると、だんだんテストではなくなっていくこと。本格的な研究では、最後に一度だけ見る 3 つ目のデータを取っておきます。',
        ],
        task: '訓練して、2 本の損失の曲線が離れていくのを見てください。次に、テスト損失を下げましょう。L2 = 0.01、少ないユニット、多い点を試してくらべてください。',
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question: 'Training loss 0.001, test loss 1.2. What has happened?',
          choices: [
            'The network has learnt the training points by heart.',
            'The network is too small.',
            'The learning rate is too large.',
          ],
          why: 'It answers the points that it has seen almost perfectly, and new ones badly: **overfitting**. A network that is too small would do badly on both.',
        },
        ja: {
          question: '訓練損失が 0.001、テスト損失が 1.2 です。何が起きたのでしょうか?',
          choices: [
            'ネットワークが訓練データを丸暗記した。',
            'ネットワークが小さすぎる。',
            '学習率が大きすぎる。',
          ],
          why: '見たことのある点にはほぼ完璧に答え、新しい点にはうまく答えられません。**過学習**です。小さすぎるネットワークなら、どちらもうまくいきません。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'playground-challenge',
    options: {},
    text: {
      en: {
        title: 'The spiral',
        body: [
          'Two arms, wound into each other: the hardest of these point sets. Your class has a spiral of its own, and a **budget**: with that many weights, and no more, get as many hidden points right as you can.',
          'Every weight counts, biases too. A large network on x₁ and x₂ alone is too expensive. Which [[feature|features]] save you units?',
          'Handing in sends your setup and weights. They are tried on points that no browser has seen, so only what holds in general counts.',
        ],
        task: 'Find a network within the budget, train it, and hand it in. You may hand in again: your best one counts.',
      },
      ja: {
        title: 'らせん',
        body: [
          '2 本の腕が、たがいに巻きついています。点のセットの中でいちばんの難問です。らせんはクラスごとに違い、**上限**も決まっています。その数までの重みで、隠された点をできるだけ多く正解してください。',
          'バイアスも含めて、すべての重みを数えます。x₁ と x₂ だけの大きなネットワークでは、重みが多すぎます。どの[[feature|特徴]]を使えば、ユニットを節約できるでしょうか?',
          '提出すると、設定と重みが送られます。どのブラウザーにも送られたことのない点で試すので、大切なのは新しい点にも通用することです。',
        ],
        task: '上限におさまるネットワークを見つけて、訓練し、提出しましょう。何度でも提出でき、いちばん良いものが残ります。',
      },
    },
  },
];
