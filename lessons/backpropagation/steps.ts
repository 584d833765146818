import type { LessonStep } from '@/lessons/lesson';
import { challengeSteps } from './challenge-steps';

/** The words of lesson 8, step by step. */
export const steps: readonly LessonStep[] = [
  {
    id: 'forward',
    bench: 'backpropagation-watch',
    options: { from: 'start' },
    text: {
      en: {
        title: 'Forward: keep every number',
        body: [
          'Gradient descent needs the slope of the [[loss-function|loss]] by every [[weight|weight]]. Real networks have millions. Here is one with nine numbers to learn: six weights and three [[bias|biases]].',
          'First a **forward pass**. Each [[unit|unit]] adds up weight times input plus its bias: that is its sum z. Then it bends z with a [[sigmoid|sigmoid]]: that is its output, h₁, h₂ or y. The loss compares y with the wanted answer t.',
          'Nothing new so far. But keep all the numbers: the way back will need them.',
        ],
        task: 'Step forward three times. Tap a number in the picture: what was it made of?',
        formula: {
          lines: ['z₁ = w₁ x₁ + w₂ x₂ + b₁', 'h₁ = σ(z₁) = 1 / (1 + e⁻ᶻ¹)', 'L = (y − t)²'],
          meaning:
            'x are the inputs, w the weights, b the biases; z is a unit’s sum and σ the sigmoid that bends it. y is the network’s answer, t the wanted one, L the loss.',
        },
      },
      ja: {
        title: '前へ: 数をすべて残す',
        body: [
          '勾配降下法には、すべての[[weight|重み]]について[[loss-function|損失]]の傾きが必要です。本物のネットワークには、重みが何百万個もあります。ここにあるのは、学ぶ数が 9 個だけのネットワークです。重みが 6 個、[[bias|バイアス]]が 3 個あります。',
          'まずは**前向きの計算**です。各[[unit|ユニット]]は「重み × 入力」を足してバイアスを加えます。これが合計 z です。次に z を[[sigmoid|シグモイド]]で曲げます。これが出力 h₁、h₂、y です。損失は、y を正解 t とくらべます。',
          'ここまでは、これまでと同じです。ただし、計算した数はすべて残しておきます。帰り道で使うからです。',
        ],
        task: '前へ 3 歩進みましょう。図の数をタップして、何からできているかを見てください。',
        formula: {
          lines: ['z₁ = w₁ x₁ + w₂ x₂ + b₁', 'h₁ = σ(z₁) = 1 / (1 + e⁻ᶻ¹)', 'L = (y − t)²'],
          meaning:
            'x は入力、w は重み、b はバイアス、z はユニットの合計、σ はそれを曲げるシグモイドです。y はネットワークの答え、t は正解、L は損失です。',
        },
      },
    },
  },
  {
    id: 'backward',
    bench: 'backpropagation-watch',
    options: { from: 'loss' },
    text: {
      en: {
        title: 'Back, one layer at a time',
        body: [
          'How much does the loss change if w₁ changes a little? The nudge travels: it moves z₁, that moves h₁, that moves z₃, then y, then L. Each time it is made larger or smaller by some factor. The **[[chain-rule|chain rule]]** says: multiply the factors.',
          'Only the last factor is known at once: how L changes with y. So begin there. Through the output’s bend to δ₃. From δ₃ to the slopes of w₅ and w₆, and over the same edges back to h₁ and h₂. Then through their bends, to the first weights.',
          'No other order works: each slope is made from the one after it. That is where the name **[[backpropagation|backpropagation]]** comes from.',
        ],
        task: 'Before each step back, tap a slope that is still missing and see what it waits for. Then step.',
        formula: {
          lines: [
            '∂L/∂y = 2 (y − t)',
            'δ₃ = ∂L/∂y · y (1 − y)',
            '∂L/∂w₅ = δ₃ · h₁',
            '∂L/∂h₁ = w₅ · δ₃',
            'δ₁ = ∂L/∂h₁ · h₁ (1 − h₁)',
            '∂L/∂w₁ = δ₁ · x₁',
          ],
          meaning:
            '∂L/∂w reads “the slope of L by w”. δ is the slope by a unit’s sum z. h (1 − h) is the slope of the sigmoid at its output h.',
        },
      },
      ja: {
        title: '後ろへ: 1 層ずつ',
        body: [
          'w₁ を少し変えると、損失はどれだけ変わるでしょうか。変化は伝わっていきます。w₁ が z₁ を、z₁ が h₁ を、h₁ が z₃ を、そして y を、最後に L を動かします。そのたびに変化は何倍かになります。その倍率をすべてかければよい、というのが**[[chain-rule|連鎖律]]**です。',
          'すぐにわかるのは最後の倍率、つまり y が変わると L がどう変わるかだけです。ですから、そこから始めます。出力の曲がりを通って δ₃ へ。δ₃ から w₅ と w₆ の傾きへ、そして同じ線を逆にたどって h₁ と h₂ へ。その曲がりを通ると、最初の重みに着きます。',
          'ほかの順番ではできません。どの傾きも、その後ろの傾きから作られるからです。**[[backpropagation|バックプロパゲーション(誤差逆伝播法)]]**という名前は、ここから来ています。',
        ],
        task: '1 歩戻る前に、まだわからない傾きをタップして、何を待っているかを確かめましょう。それから進んでください。',
        formula: {
          lines: [
            '∂L/∂y = 2 (y − t)',
            'δ₃ = ∂L/∂y · y (1 − y)',
            '∂L/∂w₅ = δ₃ · h₁',
            '∂L/∂h₁ = w₅ · δ₃',
            'δ₁ = ∂L/∂h₁ · h₁ (1 − h₁)',
            '∂L/∂w₁ = δ₁ · x₁',
          ],
          meaning:
            '∂L/∂w は「w に対する L の傾き」と読みます。δ は、ユニットの合計 z に対する傾きです。h (1 − h) は、出力が h のところでのシグモイドの傾きです。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'You want ∂L/∂w₁ alone. What must be known first?',
          choices: ['The slopes of w₂, w₃ and w₄', 'δ₃ of the output, then δ₁', 'Nothing: x₁ is enough'],
          why: '∂L/∂w₁ = δ₁ · x₁, and δ₁ is made from δ₃, which came over w₅. The slopes of the other weights play no part.',
        },
        ja: {
          question: '∂L/∂w₁ だけを知りたいとします。先に必要なのは何ですか?',
          choices: ['w₂、w₃、w₄ の傾き', '出力の δ₃、次に δ₁', '何もいらない。x₁ だけで足りる'],
          why: '∂L/∂w₁ = δ₁ · x₁ です。δ₁ は、w₅ を通って戻ってきた δ₃ から作られます。ほかの重みの傾きは関係ありません。',
        },
      },
    },
  },
  {
    id: 'wiggle',
    bench: 'backpropagation-watch',
    options: { from: 'end' },
    text: {
      en: {
        title: 'Is it true? Wiggle and look',
        body: [
          'A slope is a promise: “move this weight a little, and the loss moves so much”. So try it. Move one weight a little up and a little down, calculate the loss both times, and divide the difference by the distance. No chain rule is needed for that.',
          'The two numbers agree, and the smaller the wiggle the better. This is how programmers check that their backpropagation is right.',
          'Then why not always wiggle? Because each weight costs two forward passes of its own. Backpropagation finds all slopes in one sweep that costs about as much as two.',
        ],
        task: 'Tap a weight, choose how far to wiggle, compare the two slopes. Then change the inputs: do they still agree?',
        formula: {
          lines: ['∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h'],
          meaning:
            'h is the wiggle. The error shrinks with h²: ten times less wiggle, a hundred times less error.',
        },
      },
      ja: {
        title: '本当かな? 動かして確かめる',
        body: [
          '傾きは約束のようなものです。「この重みを少し動かすと、損失はこれだけ動く」。では試してみましょう。1 つの重みを少し増やし、少し減らして、それぞれ損失を計算します。その差を、動かした幅で割ります。連鎖律はいりません。',
          '2 つの数は一致します。動かす幅が小さいほど、よく一致します。プログラマーも、バックプロパゲーションが正しく書けているかを、この方法で確かめます。',
          'では、いつもこうすればよいのでは? 重み 1 つにつき、前向きの計算が 2 回も必要になってしまいます。バックプロパゲーションなら、計算 2 回分ほどの手間で、すべての傾きが一度に求まります。',
        ],
        task: '重みをタップし、動かす幅を選んで、2 つの傾きをくらべましょう。入力を変えても一致しますか?',
        formula: {
          lines: ['∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h'],
          meaning:
            'h は動かす幅です。誤差は h² に比例します。幅を 10 分の 1 にすると、誤差は 100 分の 1 になります。',
        },
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question:
            'A network has 25,000 weights. How many forward passes does wiggling need for one gradient?',
          choices: ['2', '25,000', '50,000'],
          why: 'Two for each weight. Backpropagation: one forward and one backward pass, and all 25,000 slopes are there. Without it, no large network could be trained.',
        },
        ja: {
          question:
            '重みが 25,000 個のネットワークがあります。動かして確かめる方法では、勾配 1 つに前向きの計算が何回必要ですか?',
          choices: ['2 回', '25,000 回', '50,000 回'],
          why: '重み 1 つにつき 2 回です。バックプロパゲーションなら、前へ 1 回、後ろへ 1 回で、25,000 個の傾きがすべてそろいます。これがなければ、大きなネットワークは訓練できません。',
        },
      },
    },
  },
  ...challengeSteps,
];
