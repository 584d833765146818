import type { LessonStep } from '@/lessons/lesson';

/** The first half of lesson 2: what a perceptron is, and what its numbers mean on the plane. */
export const deciding: readonly LessonStep[] = [
  {
    id: 'weigh',
    bench: 'perceptron-build',
    options: { gate: 'and', inputs: 2 },
    text: {
      en: {
        title: 'Weigh, add, compare',
        body: [
          'A [[simple-perceptron|simple perceptron]] has a few inputs and one output. It multiplies every input by its **weight**, adds everything up, and compares the sum with its **threshold** θ. If the sum is at or above θ, the output is 1. If it is below, the output is 0.',
          'This one has both weights at 1 and θ = 1.5. One input alone brings 1, which is too little. Only 1 + 1 = 2 reaches θ. So the output is 1 only when both inputs are on: this is the gate **AND**.',
          'The jump from 0 to 1 at θ is called the **step function**, the simplest [[activation-function|activation function]].',
        ],
        task: 'Click the inputs to switch them on and off, and follow the signal. Then set θ to 2: is it still AND?',
        formula: {
          lines: ['s = w₁x₁ + w₂x₂ + … + w_N x_N', 'y = 1 if s ≥ θ', 'y = 0 if s < θ'],
          meaning: 'x are the inputs, w their weights, s the weighted sum, θ the threshold and y the output.',
        },
      },
      ja: {
        title: 'かけて、足して、くらべる',
        body: [
          '[[simple-perceptron|単純パーセプトロン]]には、いくつかの入力と、1 つの出力があります。それぞれの入力に**重み**をかけ、全部を足し、その和を**閾値** θ とくらべます。和が θ 以上なら出力は 1、θ より小さければ 0 です。',
          'ここでは重みが両方とも 1、θ は 1.5 です。入力が 1 つだけなら和は 1 で、足りません。1 + 1 = 2 のときだけ θ に届きます。つまり、両方の入力がオンのときだけ出力が 1 になります。これが **AND** というゲートです。',
          'θ のところで 0 から 1 に跳び上がる関数を**ステップ関数**といいます。いちばん単純な[[activation-function|活性化関数]]です。',
        ],
        task: '入力をクリックしてオン・オフを切りかえ、信号を追ってみましょう。次に θ を 2 にしてください。まだ AND でしょうか?',
        formula: {
          lines: ['s = w₁x₁ + w₂x₂ + … + w_N x_N', 's ≥ θ のとき y = 1', 's < θ のとき y = 0'],
          meaning: 'x は入力、w はその重み、s は重み付きの和、θ は閾値、y は出力です。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'The sum is exactly equal to θ. What is the output?',
          choices: ['0', '1', 'It can be either'],
          why: 'The rule says “at or above θ”, so a sum that is exactly θ already gives 1. That is why θ = 2 is still AND: 1 + 1 is at θ.',
        },
        ja: {
          question: '和が θ とちょうど同じです。出力はいくつですか?',
          choices: ['0', '1', 'どちらにもなりうる'],
          why: '規則は「θ 以上なら 1」なので、ちょうど θ でも 1 になります。だから θ = 2 でも AND のままです。1 + 1 が θ にちょうど届くからです。',
        },
      },
    },
  },
  {
    id: 'line',
    bench: 'perceptron-build',
    options: { gate: 'nand', inputs: 2 },
    text: {
      en: {
        title: 'The line that decides',
        body: [
          'Draw the two inputs as a plane: each row of the [[truth-table|truth table]] is a point. All places where the sum is exactly θ form a straight line. On one side the output is 1, on the other 0.',
          'The weights are the arrow that stands on the line and points to the side of 1. Changing θ slides the line, changing the weights turns it. **NAND** is AND turned about: 1 everywhere except at 1, 1.',
          'With three inputs the plane becomes a cube and the line a flat cut through it. Choose **Majority of 3** as the goal to see it.',
        ],
        task: 'Drag the line, or turn it by its round grips, until the table says NAND. What happened to the signs of the weights?',
        formula: {
          lines: ['w₁x₁ + w₂x₂ = θ'],
          meaning:
            'The equation of the line. Multiply all three numbers by 2 and it is the same line: many perceptrons are the same gate.',
        },
      },
      ja: {
        title: '判断を分ける直線',
        body: [
          '2 つの入力を平面にかいてみます。[[truth-table|真理値表]]の 1 行が 1 つの点です。和がちょうど θ になる場所は、まっすぐな線になります。線の片側では出力が 1、反対側では 0 です。',
          '重みは、直線に立って 1 の側を指す矢印です。θ を変えると直線が平行に動き、重みを変えると向きが変わります。**NAND** は AND の逆で、1, 1 以外では 1 になります。',
          '入力が 3 つになると、平面は立方体に、直線は平らな切り口になります。目標に「3 つの多数決」を選ぶと見られます。',
        ],
        task: '直線をドラッグしたり、丸い取っ手で回したりして、表を NAND にしましょう。重みの符号はどうなりましたか?',
        formula: {
          lines: ['w₁x₁ + w₂x₂ = θ'],
          meaning:
            '直線の式です。3 つの数をすべて 2 倍しても同じ直線になります。同じゲートになるパーセプトロンは、たくさんあります。',
        },
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'All weights and θ are doubled. What changes in the truth table?',
          choices: ['Every 0 becomes a 1', 'The output is twice as large', 'Nothing'],
          why: 'Every sum doubles, and so does θ: whatever was at or above θ still is. The line stays where it was.',
        },
        ja: {
          question: 'すべての重みと θ を 2 倍にしました。真理値表はどう変わりますか?',
          choices: ['0 がすべて 1 になる', '出力が 2 倍になる', '何も変わらない'],
          why: '和はすべて 2 倍になりますが、θ も 2 倍です。θ 以上だったものは、やはり θ 以上です。直線も動きません。',
        },
      },
    },
  },
];
