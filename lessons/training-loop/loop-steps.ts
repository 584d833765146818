import type { LessonStep } from '@/lessons/lesson';

/** Lesson 9, first half: the loop out of blocks. */
export const loopSteps: readonly LessonStep[] = [
  {
    id: 'assemble',
    bench: 'loop-blocks',
    options: { goal: 'right' },
    text: {
      en: {
        title: 'Assemble the loop',
        body: [
          'You know all the parts. A **[[loss-function|loss]]** says how wrong the outputs are. [[backpropagation|Backpropagation]] gives its **[[gradient|gradient]]**. An **update rule**, such as [[sgd|SGD]], says how far the weights move against it.',
          'The whole of training is these parts in the right places. Two things are chosen, once. Three things are done, again and again, until the network is accurate enough.',
          'The program beside this really runs: it trains a small network to tell the disc from the ring.',
        ],
        task: 'Put the five blocks where they belong (drag them, or tap a block and then a place), and run it until 95 % are right.',
        formula: {
          lines: ['repeat:  y = f(x; w)', '         g = ∂L(y, t) / ∂w', '         w ← w − r · g'],
          meaning:
            'x is a batch of inputs, t its answers, w all weights, y the outputs, L the loss, g the gradient, r the learning rate. The last line is SGD; another rule has another last line.',
        },
      },
      ja: {
        title: 'ループを組み立てる',
        body: [
          '部品はもうそろっています。**[[loss-function|損失関数]]**は、出力がどれだけ間違っているかを表します。[[backpropagation|バックプロパゲーション]]は、その**[[gradient|勾配]]**を求めます。[[sgd|SGD]] などの**更新の規則**は、重みを勾配と逆向きにどれだけ動かすかを決めます。',
          '訓練とは、これらを正しい場所に置いたものです。選ぶことが 2 つ。これは一度だけです。くり返すことが 3 つ。十分に正しく答えられるまで続けます。',
          'となりのプログラムは本当に動きます。円の中の点と輪の点を見分けるように、小さなネットワークを訓練します。',
        ],
        task: '5 つのブロックを正しい場所に置きましょう(ドラッグするか、ブロック、場所の順にタップ)。実行して、正解率 95 % をめざします。',
        formula: {
          lines: ['くり返す:  y = f(x; w)', '           g = ∂L(y, t) / ∂w', '           w ← w − r · g'],
          meaning:
            'x はバッチの入力、t はその正解、w はすべての重み、y は出力、L は損失、g は勾配、r は学習率です。最後の行は SGD の場合で、規則が変わるとこの行が変わります。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'Why does “Feed a batch in” stand inside the loop?',
          choices: [
            'So that the loop takes longer',
            'Because after each update the weights are new, and so are the outputs',
            'Because the loss has to be chosen again',
          ],
          why: 'Old outputs belong to old weights. Fresh outputs tell what is still wrong now, and the next batch tells it of other examples too.',
        },
        ja: {
          question: '「バッチを入れる」は、なぜループの中にあるのでしょうか?',
          choices: [
            'ループに時間をかけるため',
            '更新のたびに重みが変わり、出力も変わるから',
            '損失関数を選び直すため',
          ],
          why: '古い出力は、古い重みのものです。新しい出力を見れば、いま何が間違っているかがわかります。次のバッチなら、ほかの例についてもわかります。',
        },
      },
    },
  },
  {
    id: 'break',
    bench: 'loop-blocks',
    options: { goal: 'wrong' },
    text: {
      en: {
        title: 'Break it on purpose',
        body: [
          'A wrong loop does not stop with an error message. It runs, and something is off: nothing moves, or the loss rises, or it learns and is wrong all the same. Knowing the pictures of such failures is half of the craft.',
          'Here the loop is right. Move one thing at a time, look at the curve, and try to explain it before you read the explanation. “One block” does a single block, so that you see what each finds and leaves behind.',
        ],
        task: 'Find at least four of the seven ways to go wrong. Undo brings the right loop back.',
      },
      ja: {
        title: 'わざと壊す',
        body: [
          '間違ったループは、エラーを出して止まるわけではありません。動くけれど、何かがおかしいのです。何も動かない、損失が増える、学んでいるのに間違える。こうした失敗の「見た目」を知ることは、腕前の半分です。',
          'ここでは正しいループから始めます。1 か所ずつ動かしてグラフを見て、説明を読む前に理由を考えてみましょう。「1 ブロックだけ」を押すと、ブロックごとに何が残るかがわかります。',
        ],
        task: '7 種類の失敗のうち、4 つ以上を見つけましょう。「元に戻す」で正しいループに戻れます。',
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question:
            'The loss on the ten examples it trains on falls to almost 0, and on all points it rises. What is wrong?',
          choices: [
            'The update is missing',
            'The learning rate is too small',
            'It sees the same batch again and again',
          ],
          why: 'It learns those few by heart: overfitting. The remedy is more and other examples, the next batch each time.',
        },
        ja: {
          question:
            '訓練に使う 10 個の例では損失がほぼ 0 になるのに、すべての点では増えていきます。何が悪いのでしょうか?',
          choices: ['更新が抜けている', '学習率が小さすぎる', '同じバッチばかり見ている'],
          why: 'その少しの例を丸暗記しています。過学習です。毎回次のバッチを入れて、ほかの例もたくさん見せれば防げます。',
        },
      },
    },
  },
];
