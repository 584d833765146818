import type { LessonStep } from '@/lessons/lesson';

/** The steps of lesson 8 in which the student does the calculation. */
export const challengeSteps: readonly LessonStep[] = [
  {
    id: 'fill',
    bench: 'backpropagation-fill',
    options: {},
    text: {
      en: {
        title: 'Fill in the way back',
        body: [
          'Now it is your turn. The forward pass of another network is done; six slopes on the way from the loss back to one weight are missing.',
          'Three kinds of step are enough. Through a bend: times output × (1 − output). To a weight: δ times what came in over it. Back over an edge: δ times the weight.',
          'You need no calculator: write the product, such as 0.31 × 0.6, and tap numbers in the picture to put them in.',
        ],
        task: 'Fill in the slopes from the loss backwards. If one is wrong, you are told why.',
      },
      ja: {
        title: '帰り道を埋める',
        body: [
          '今度はあなたの番です。別のネットワークの前向きの計算は済んでいます。損失から 1 つの重みへ戻る道の途中で、傾きが 6 個抜けています。',
          '使うのは 3 種類の計算だけです。曲がりを通るときは、出力 ×(1 − 出力)をかけます。重みの傾きは、δ ×(その重みを通って入ってきた数)です。線を逆に通るときは、δ × 重みです。',
          '電卓はいりません。0.31 × 0.6 のように式を書けます。図の数をタップすると、式に入ります。',
        ],
        task: '損失の側から順に傾きを埋めましょう。間違えたときは、理由がわかります。',
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question: 'A unit’s output is 0.999. What happens to the slopes that go back through its bend?',
          choices: ['They become very small', 'They become very large', 'They stay as they are'],
          why: 'The bend’s slope is 0.999 × 0.001, about a thousandth: hardly anything gets through. That is saturation, which you met with the loss functions.',
        },
        ja: {
          question: 'あるユニットの出力が 0.999 です。その曲がりを通って戻る傾きは、どうなりますか?',
          choices: ['とても小さくなる', 'とても大きくなる', '変わらない'],
          why: '曲がりの傾きは 0.999 × 0.001、およそ 1000 分の 1 です。ほとんど何も通り抜けられません。損失関数のところで出てきた「飽和」です。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'backpropagation-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge',
        body: [
          'Your class has been dealt a network of its own. Work out its whole [[gradient|gradient]]: nine slopes, from the output back.',
          'The δ are not given and not asked for, but each is the slope of a bias: ∂L/∂b₃ is δ₃. Begin there and use it further.',
          'Whoever has more of the nine right is ahead; among equals, whoever had them first.',
        ],
        task: 'Fill in all nine slopes to three decimals and submit. You may correct and submit again.',
      },
      ja: {
        title: 'チャレンジ',
        body: [
          'あなたのクラスだけのネットワークが配られました。その[[gradient|勾配]]をまるごと求めましょう。出力の側から順に、傾きは 9 個です。',
          'δ は表示されず、問われもしません。でも、δ はバイアスの傾きと同じ数です。∂L/∂b₃ が δ₃ です。ここから始めて、先の計算に使いましょう。',
          '9 個のうち正解が多い人が上位です。同じなら、早かった人が上になります。',
        ],
        task: '9 個の傾きを小数 3 桁まで埋めて提出しましょう。直して、もう一度提出できます。',
      },
    },
  },
];
