import type { LessonStep } from '@/lessons/lesson';

/** The words of lesson 6, step by step. */
export const steps: readonly LessonStep[] = [
  {
    id: 'how-wrong',
    bench: 'loss-curves',
    options: { outputs: 'several' },
    text: {
      en: {
        title: 'How wrong, in one number',
        body: [
          'A network looks at a picture and gives three outputs. If it shows a cat, the wanted answer is 1 for cat and 0 for the others. A **[[loss-function|loss function]]** compares outputs and wanted answers and gives one number: the larger, the more wrong.',
          '**[[squared-error|Squared error]]** takes the three differences, squares them, and adds them up. A square has no sign, so too much and too little both count. And twice as far off costs four times as much.',
        ],
        task: 'Drag the outputs and watch the squares. Then compare “Three small misses” with “One big miss”: both are off by 0.6 in total.',
        formula: {
          lines: ['L = Σ (y − t)²'],
          meaning: 'y is an output, t the answer that is wanted for it. Σ: add up over all outputs.',
        },
      },
      ja: {
        title: 'どれだけ違うかを 1 つの数で',
        body: [
          'ネットワークが画像を見て、3 つの出力を出します。ネコの画像なら、正しい答えはネコが 1、ほかは 0 です。出力と正しい答えをくらべて 1 つの数にするのが**[[loss-function|損失関数]]**です。大きいほど、間違いが大きいことを表します。',
          '**[[squared-error|二乗誤差]]**は、3 つの差をそれぞれ二乗して足し合わせます。二乗すると符号がなくなるので、大きすぎても小さすぎても数えられます。また、ずれが 2 倍になると、損失は 4 倍になります。',
        ],
        task: '出力を動かして、正方形の変化を見ましょう。次に「小さなずれが 3 つ」と「大きなずれが 1 つ」をくらべてください。ずれの合計は、どちらも 0.6 です。',
        formula: {
          lines: ['L = Σ (y − t)²'],
          meaning:
            'y は出力、t はその出力に対する正しい答えです。Σ は、すべての出力について足すという意味です。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question:
            'Network A is off by 0.5 in one output. Network B is off by 0.25 in each of two outputs. Which squared error is larger?',
          choices: ['They are equal', 'A’s', 'B’s'],
          why: 'A: 0.5² = 0.25. B: 0.25² + 0.25² = 0.125. One big miss costs more than two small ones that add up to the same distance.',
        },
        ja: {
          question:
            'ネットワーク A は 1 つの出力が 0.5 ずれ、B は 2 つの出力が 0.25 ずつずれています。二乗誤差が大きいのはどちらですか?',
          choices: ['同じ', 'A', 'B'],
          why: 'A は 0.5² = 0.25、B は 0.25² + 0.25² = 0.125 です。ずれの合計が同じでも、大きなずれ 1 つのほうが、小さなずれ 2 つより損失が大きくなります。',
        },
      },
    },
  },
  {
    id: 'two-losses',
    bench: 'loss-curves',
    options: { outputs: 'one' },
    text: {
      en: {
        title: 'Two losses, two slopes',
        body: [
          'Learning means changing the weights so that the loss gets smaller. How much a weight is changed depends on the **slope**: how fast the loss falls there. Where the loss is flat, nothing says which way to go.',
          'One picture shows both losses over the output y. **[[cross-entropy|Cross-entropy]]** grows without bound as a confident answer turns out wrong. The other shows them over the sum z in front of the [[sigmoid|sigmoid]], and that is the side from which weights push.',
          'A sigmoid that is very sure is flat ([[saturation|saturated]]). Squared error is multiplied by that flatness. Cross-entropy is made so that the flatness cancels out.',
        ],
        task: 'The wanted answer is 0. Drag the output to nearly 1, badly wrong, and compare the two tangents in the picture over the sum z.',
        formula: {
          lines: [
            'squared error: ∂L/∂z = 2 (y − t) · y (1 − y)',
            'cross-entropy: L = −(t ln y + (1 − t) ln(1 − y))',
            'cross-entropy: ∂L/∂z = y − t',
          ],
          meaning:
            'y (1 − y) is the slope of the sigmoid: nearly 0 when y is nearly 0 or 1. In the slope of cross-entropy it has cancelled out. ln is the natural logarithm.',
        },
      },
      ja: {
        title: '2 つの損失と 2 つの傾き',
        body: [
          '学習とは、損失が小さくなるように重みを変えることです。どれだけ変えるかは**傾き**、つまりその場所で損失がどれだけ速く減るかで決まります。損失が平らな所では、どちらへ進めばよいかがわかりません。',
          '1 つ目の図は、出力 y から見た 2 つの損失です。**[[cross-entropy|クロスエントロピー]]**は、自信のある答えが外れるほど、限りなく大きくなります。2 つ目の図は、[[sigmoid|シグモイド]]の前の和 z から見たものです。重みが動かせるのは、この z のほうです。',
          '自信がありすぎるシグモイドは平らになります([[saturation|飽和]])。二乗誤差の傾きには、この平らさが掛け合わされます。クロスエントロピーは、それがちょうど打ち消されるように作られています。',
        ],
        task: '正しい答えは 0 です。出力をほぼ 1 の大間違いになるまで動かして、和 z の図で 2 本の接線をくらべてください。',
        formula: {
          lines: [
            '二乗誤差: ∂L/∂z = 2 (y − t) · y (1 − y)',
            'クロスエントロピー: L = −(t ln y + (1 − t) ln(1 − y))',
            'クロスエントロピー: ∂L/∂z = y − t',
          ],
          meaning:
            'y (1 − y) はシグモイドの傾きで、y が 0 や 1 に近いと、ほぼ 0 です。クロスエントロピーの傾きでは、これが打ち消されて消えています。ln は自然対数です。',
        },
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question:
            'The output is 0.99, but 0 is wanted. About how hard does squared error push the sum z, compared with cross-entropy?',
          choices: ['Twice as hard', 'As hard', 'About fifty times less'],
          why: 'Squared error: 2 · 0.99 · 0.99 · 0.01 ≈ 0.02. Cross-entropy: 0.99. The worse the mistake, the less squared error does about it.',
        },
        ja: {
          question:
            '出力は 0.99 ですが、正しい答えは 0 です。二乗誤差が和 z を押す強さは、クロスエントロピーとくらべてどれくらいですか?',
          choices: ['2 倍', '同じくらい', 'およそ 50 分の 1'],
          why: '二乗誤差は 2 · 0.99 · 0.99 · 0.01 ≈ 0.02、クロスエントロピーは 0.99 です。間違いがひどいほど、二乗誤差はそれを直さなくなります。',
        },
      },
    },
  },
  {
    id: 'race',
    bench: 'loss-race',
    options: { start: 'saturated' },
    text: {
      en: {
        title: 'The race',
        body: [
          'The same network twice: same points, same first weights, same learning rate. One learns by squared error, the other by cross-entropy. Both begin badly wrong: the last [[bias|bias]] is 6, so they say “blue” everywhere and are sure of it.',
          'The two losses are on different scales, so the upper picture shows each one compared with its own start. You can also measure both by squared error: that is fair, and it favours the network that was trained on it.',
        ],
        task: 'Commit your guess, then press Train. Watch it once more in slow motion.',
      },
      ja: {
        title: '競走',
        body: [
          '同じネットワークを 2 つ用意します。点も、最初の重みも、学習率も同じです。一方は二乗誤差で、もう一方はクロスエントロピーで学びます。どちらも大間違いから始まります。最後の[[bias|バイアス]]が 6 なので、どこでも自信たっぷりに「青」と答えます。',
          '2 つの損失は目盛りが違うので、上の図では、それぞれをはじめの値とくらべて表します。両方を二乗誤差で測ることもできます。こちらは公平で、むしろ二乗誤差で訓練したほうに有利な測り方です。',
        ],
        task: '予想を決めてから「訓練」を押しましょう。もう一度、スローでも見てください。',
      },
    },
    prediction: {
      text: {
        en: {
          question: 'Both begin badly wrong. Which one reaches 95 % first?',
          choices: ['Squared error', 'Cross-entropy', 'Both at about the same time'],
        },
        ja: {
          question: 'どちらも大間違いから始まります。先に 95 % に達するのはどちらでしょうか?',
          choices: ['二乗誤差', 'クロスエントロピー', 'ほぼ同時'],
        },
      },
    },
  },
  {
    id: 'fair-start',
    bench: 'loss-race',
    options: { start: 'fitting' },
    text: {
      en: {
        title: 'From a fair start',
        body: [
          'Is squared error simply bad? Begin with small weights that fit the network. Then no unit is saturated, and the gap gets much smaller. A good start and a good loss help against the same trouble.',
          'What remains of the gap is mostly that cross-entropy’s slopes are larger, so the same learning rate takes larger steps. For [[classification|classification]], cross-entropy is the usual choice; for predicting numbers ([[regression|regression]]), squared error is.',
        ],
        task: 'Train from the fair start, then from weights that are far too large. Which loss minds more?',
      },
      ja: {
        title: 'ふつうの重みから',
        body: [
          '二乗誤差は、ただ悪いだけなのでしょうか。今度は、ほどよく小さい重みから始めます。どのユニットも飽和していないので、差はずっと小さくなります。良い最初の重みと良い損失は、同じ問題に効くのです。',
          'まだ残る差は、おもにクロスエントロピーの傾きのほうが大きく、同じ学習率でも歩幅が大きくなるためです。[[classification|分類]]ではクロスエントロピーが、数を予測する[[regression|回帰]]では二乗誤差がよく使われます。',
        ],
        task: 'まず「ふつう」の重みから、次に「大きすぎ」る重みから訓練しましょう。より困るのはどちらの損失ですか?',
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question:
            'Why does the first step matter less for cross-entropy when the weights are far too large?',
          choices: [
            'Its slope at the output stays large as long as the answer is wrong',
            'It ignores wrong answers',
            'It makes the weights smaller by itself',
          ],
          why: 'Too large weights make a confident and often wrong output. Cross-entropy’s slope there is y − t, nearly ±1, however flat the sigmoid is.',
        },
        ja: {
          question: '重みが大きすぎても、クロスエントロピーがあまり困らないのはなぜですか?',
          choices: [
            '答えが間違っているかぎり、出力での傾きが大きいままだから',
            '間違った答えを無視するから',
            'ひとりでに重みを小さくするから',
          ],
          why: '重みが大きすぎると、出力は自信たっぷりで、しかもよく間違えます。そこでのクロスエントロピーの傾きは y − t で、シグモイドがどれほど平らでも、ほぼ ±1 です。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'loss-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge: fewest steps',
        body: [
          'Points have been dealt to your class. Reach 95 % accuracy in as few steps as you can. In the first part the network begins badly wrong, in the second you choose the first weights yourself.',
          'A larger learning rate takes larger steps, but too large a one jumps about. The server runs your settings again and counts: only settings are handed in.',
        ],
        task: 'Choose a loss, first weights and a learning rate. Guess, train, improve, and hand in your best for both parts.',
      },
      ja: {
        title: 'チャレンジ: 最少のステップ',
        body: [
          'あなたのクラスに点が配られました。できるだけ少ないステップで、正解率 95 % に達してください。1 つ目の課題は大間違いから始まり、2 つ目では最初の重みも自分で選びます。',
          '学習率が大きいほど 1 歩も大きくなりますが、大きすぎると飛び回ってしまいます。提出するのは設定だけです。サーバーがその設定で訓練をやり直し、ステップを数えます。',
        ],
        task: '損失と最初の重みと学習率を選びましょう。予想し、訓練し、改良して、2 つの課題のいちばん良い結果を提出してください。',
      },
    },
  },
];
