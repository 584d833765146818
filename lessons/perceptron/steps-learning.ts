import type { LessonStep } from '@/lessons/lesson';

/** The second half of lesson 2: the perceptron learns, what it can never learn, and the challenge. */
export const learning: readonly LessonStep[] = [
  {
    id: 'learn',
    bench: 'perceptron-learn',
    options: { points: 'separable' },
    text: {
      en: {
        title: 'It learns from mistakes',
        body: [
          'So far you moved the numbers. A perceptron can find them by itself, from examples with the wanted answer. It starts with zeros and takes one example after the other.',
          'If its answer is right, nothing changes. If it said 0 but should have said 1, the inputs are added to the weights and θ goes down, so that next time the sum is larger. The other way round they are taken off. This is the [[perceptron-rule|perceptron rule]] of 1958.',
          'When some line separates the points, the rule is sure to find one after finitely many mistakes.',
        ],
        task: 'Press Step a few times and read what each example did. Then press Train.',
        formula: {
          lines: ['w ← w + r (t − y) x', 'θ ← θ − r (t − y)'],
          meaning:
            't is the wanted output, y the given one, x the inputs and r the learning rate. When t = y both changes are 0.',
        },
      },
      ja: {
        title: '間違いから学ぶ',
        body: [
          'ここまでは、あなたが数を動かしました。パーセプトロンは、正しい答えのついた例から、自分で数を見つけることもできます。すべて 0 から始めて、例を 1 つずつ見ていきます。',
          '答えが合っていれば、何も変えません。1 と答えるべきところで 0 と答えたら、重みに入力を足し、θ を下げます。次は和が大きくなるようにするためです。逆の間違いなら、引きます。これが 1958 年の[[perceptron-rule|パーセプトロンの学習規則]]です。',
          '点を分ける直線があるなら、この規則は有限回の間違いのあとで、かならず 1 本見つけます。',
        ],
        task: '「1 ステップ」を何度か押して、それぞれの例で何が起きたか読みましょう。それから「訓練」を押してください。',
        formula: {
          lines: ['w ← w + r (t − y) x', 'θ ← θ − r (t − y)'],
          meaning:
            't は求める出力、y は実際の出力、x は入力、r は学習率です。t = y なら、どちらの変化も 0 です。',
        },
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question: 'The perceptron answers an example rightly. What does the rule do?',
          choices: ['Nothing', 'It adds the inputs to the weights', 'It lowers θ a little'],
          why: 't − y is 0, so both changes are 0. This rule learns from mistakes only.',
        },
        ja: {
          question: 'パーセプトロンがある例に正しく答えました。規則は何をしますか?',
          choices: ['何もしない', '重みに入力を足す', 'θ を少し下げる'],
          why: 't − y が 0 なので、変化はどちらも 0 です。この規則が学ぶのは、間違えたときだけです。',
        },
      },
    },
  },
  {
    id: 'xor',
    bench: 'perceptron-xor',
    options: {},
    prediction: {
      text: {
        en: {
          question:
            'XOR is 1 when exactly one input is 1. How many of its 4 rows can one perceptron get right at best?',
          choices: ['2 rows', '3 rows', 'All 4 rows'],
        },
        ja: {
          question:
            'XOR は、ちょうど 1 つの入力が 1 のとき 1 です。1 つのパーセプトロンは、最高で 4 行中何行を正解にできるでしょうか?',
          choices: ['2 行', '3 行', '4 行すべて'],
        },
      },
    },
    text: {
      en: {
        title: 'The gate that it cannot be',
        body: [
          '[[xor|XOR]], “either, but not both”, looks no harder than OR. Its four points lie crosswise: the two 1s on one diagonal, the two 0s on the other.',
          'When you have tried enough, look at the argument in three ways: as a picture, in sums, and by counting all tables. That something never works cannot be shown by trying.',
        ],
        task: 'Try to get all four points right. Then open Diagonals, Sums and All tables.',
        formula: {
          lines: ['0 < θ and w₁ + w₂ < θ', 'w₁ ≥ θ and w₂ ≥ θ', '⇒ w₁ + w₂ < 2θ and w₁ + w₂ ≥ 2θ'],
          meaning:
            'Rows 00 and 11 must stay below θ, rows 01 and 10 must reach it. Added up, the same number would be below 2θ and not below it.',
        },
      },
      ja: {
        title: '作れないゲート',
        body: [
          '[[xor|XOR]](どちらか一方だけ)は、OR と同じくらい簡単に見えます。ところが 4 つの点は、たすきがけに並んでいます。1 の 2 点が一方の対角線に、0 の 2 点がもう一方の対角線にあります。',
          '十分に試したら、その理由を 3 つの方法で見てみましょう。図で、和で、そしてすべての表を数えて。「絶対にできない」ことは、試すだけでは示せません。',
        ],
        task: '4 つの点をすべて正解にできるか試しましょう。それから「対角線」「和」「すべての表」を開いてください。',
        formula: {
          lines: ['0 < θ かつ w₁ + w₂ < θ', 'w₁ ≥ θ かつ w₂ ≥ θ', '⇒ w₁ + w₂ < 2θ かつ w₁ + w₂ ≥ 2θ'],
          meaning:
            '00 と 11 の行は θ 未満、01 と 10 の行は θ 以上でなければなりません。足し合わせると、同じ数が 2θ 未満であり、2θ 以上でもあることになってしまいます。',
        },
      },
    },
  },
  {
    id: 'never',
    bench: 'perceptron-learn',
    options: { points: 'xor' },
    text: {
      en: {
        title: 'Learning without end',
        body: [
          'What does the rule do when there is no line to find? It corrects one mistake and makes another. After some rounds the same numbers come back, and from there on everything repeats: it goes in a circle for ever.',
          'Points that a line can separate are called [[linearly-separable|linearly separable]]. XOR is not, so no amount of training helps. In 1969 this cooled the enthusiasm for perceptrons for years.',
        ],
        task: 'Press Train and watch it fail. Which round begins with numbers that were there before?',
      },
      ja: {
        title: '終わらない学習',
        body: [
          '見つけるべき直線がないとき、規則はどうなるでしょうか。1 つの間違いを直すと、別の間違いが生まれます。何巡かすると同じ数が戻ってきて、そこからは同じことのくり返しです。いつまでも堂々めぐりになります。',
          '直線で分けられる点の並びを[[linearly-separable|線形分離可能]]といいます。XOR はそうではないので、どれだけ訓練してもうまくいきません。1969 年にこのことが指摘されると、パーセプトロンへの熱はその後何年も冷めてしまいました。',
        ],
        task: '「訓練」を押して、うまくいかないようすを見ましょう。前と同じ数で始まるのは、何巡目ですか?',
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'Would a smaller learning rate make it learn XOR?',
          choices: ['Yes, with patience', 'No', 'Only with more examples'],
          why: 'There is no line that gets all four points right, so there is nothing to arrive at. Starting from zeros, the rate does not even change the answers: it only scales all numbers.',
        },
        ja: {
          question: '学習率を小さくすれば、XOR を学べるでしょうか?',
          choices: ['はい、気長に待てば', 'いいえ', '例を増やせば'],
          why: '4 点すべてを正解にする直線がないので、たどり着く先がありません。0 から始めるなら、学習率を変えても答えは同じです。すべての数が同じ倍率で変わるだけです。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'perceptron-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge: five gates',
        body: [
          'Build AND, OR, NAND, NOT and the majority of three. Each gate has a small twist that was dealt to your class: a weight or θ is fixed, or “off” and “on” are other numbers than 0 and 1. Another class’s numbers will not fit.',
          'What counts is how many gates are solved, then how soon.',
        ],
        task: 'Read each gate’s rule, find the numbers, and submit. All five can be solved.',
      },
      ja: {
        title: 'チャレンジ: 5 つのゲート',
        body: [
          'AND、OR、NAND、NOT、3 つの多数決を作りましょう。どのゲートにも、このクラスだけの条件が配られています。重みや θ が固定されていたり、オフとオンが 0 と 1 ではなかったりします。ほかのクラスの数は当てはまりません。',
          '順位は、クリアしたゲートの数で決まり、同じなら早いほうが上です。',
        ],
        task: 'ゲートごとの条件を読んで、数を見つけ、提出しましょう。5 つとも、かならず解けます。',
      },
    },
  },
];
