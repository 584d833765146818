import type { LessonStep } from '@/lessons/lesson';

/** The words of lesson 7, second half: a few examples a step, other ways to step, the challenge. */
export const wanderingSteps: readonly LessonStep[] = [
  {
    id: 'noise',
    bench: 'descent-noise',
    options: {},
    text: {
      en: {
        title: 'A few examples at a time',
        body: [
          'The true slope needs all examples, and with millions of them each step would take for ever. **[[sgd|Stochastic gradient descent (SGD)]]** takes one example, or a small [[batch|batch]], at random, steps, and goes on with the next.',
          'Here a line y = a + b x is fitted to 24 real points, so the two weights a and b make a landscape. A few examples see a slightly different slope, and so the path wanders. Nothing is added for show: that is where the noise comes from.',
        ],
        task: 'Run it for the same number of steps. Then compare by examples looked at: who gets far for the same work? At last, lower the rate when the ball is near the ring.',
        formula: {
          lines: ['L = mean of (a + b x − y)² over the examples looked at'],
          meaning:
            'All 24: the true landscape. 6 or 1 of them: a landscape that is right on average. After 24 examples each has been used once: one epoch.',
        },
      },
      ja: {
        title: '例を少しずつ使う',
        body: [
          '本当の傾きを求めるには、すべての例が必要です。例が何百万もあると、1 歩に時間がかかりすぎます。**[[sgd|確率的勾配降下法 (SGD)]]** では、ランダムに選んだ 1 つの例か、少数の[[batch|バッチ]]だけで 1 歩進み、次の例に移ります。',
          'ここでは 24 個の点に直線 y = a + b x を合わせます。2 つの重み a と b が地形を作ります。少数の例から求めた傾きは少しずれるので、道すじがふらつきます。見せるために乱数を足したのではありません。ふらつきは、例の選び方から生まれます。',
        ],
        task: 'まず同じステップ数で実行しましょう。次に「見た例の数」でくらべてください。同じ手間で遠くまで進むのはどれですか? 最後に、輪に近づいた所で学習率を下げてみましょう。',
        formula: {
          lines: ['L = 見た例についての (a + b x − y)² の平均'],
          meaning:
            '24 個全部なら本当の地形です。6 個や 1 個なら、平均すれば正しい地形です。24 個の例を 1 回ずつ使うと 1 エポックです。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'Near the valley, the path of single examples does not come to rest. What helps?',
          choices: ['A larger learning rate', 'A smaller learning rate', 'More epochs at the same rate'],
          why: 'Each example pulls a little another way, even at the lowest point. The pull times the rate is how far the ball is thrown: a smaller rate, or more examples a step, calms it.',
        },
        ja: {
          question: '谷の近くで、例を 1 つずつ使う道すじが落ち着きません。どうすればよいですか?',
          choices: ['学習率を大きくする', '学習率を小さくする', '同じ学習率でエポックを増やす'],
          why: 'いちばん低い点でも、例はそれぞれ少しずつ違う向きに引っぱります。その強さに学習率を掛けた分だけ、ボールは動かされます。学習率を小さくするか、1 ステップで見る例を増やすと落ち着きます。',
        },
      },
    },
  },
  {
    id: 'ahead',
    bench: 'descent-ahead',
    options: {},
    text: {
      en: {
        title: 'A look ahead: momentum and Adam',
        body: [
          '**[[momentum|Momentum]]** makes the ball heavy: most of the last step goes on. From wall to wall the pushes cancel, along the valley they add up. It may roll too far and swing back.',
          '**[[adam|Adam]]** gives each weight a step length of its own, according to how large its slopes have been. Steep directions get shorter steps, flat ones longer steps.',
          'Neither is always best. They are other ways to use the same gradient.',
        ],
        task: 'Compare the three in the narrow valley, then in the others. Give each the rate that suits it before you judge.',
        formula: {
          lines: [
            'momentum: v ← 0.9 v + g, w ← w − r v',
            'Adam: m ← 0.9 m + 0.1 g, s ← 0.999 s + 0.001 g², w ← w − r m̂ / (√ŝ + ε)',
          ],
          meaning:
            'g is the gradient. v, m and s remember earlier ones; the hats correct that they begin at 0; ε only keeps from dividing by 0.',
        },
      },
      ja: {
        title: '少し先へ: モメンタムと Adam',
        body: [
          '**[[momentum|モメンタム]]**は、ボールを重くします。前の 1 歩の大部分が、そのまま続きます。壁から壁への動きは打ち消し合い、谷に沿った動きは積み重なります。行きすぎて戻ってくることもあります。',
          '**[[adam|Adam]]** は、これまでの傾きの大きさに応じて、重みごとに歩幅を決めます。急な向きには小さく、平らな向きには大きく進みます。',
          'どちらがいつも良いわけではありません。同じ勾配の、別の使い方なのです。',
        ],
        task: '細長い谷で 3 つをくらべ、次にほかの地形でもためしましょう。判断する前に、それぞれに合う学習率を選んでください。',
        formula: {
          lines: [
            'モメンタム: v ← 0.9 v + g, w ← w − r v',
            'Adam: m ← 0.9 m + 0.1 g, s ← 0.999 s + 0.001 g², w ← w − r m̂ / (√ŝ + ε)',
          ],
          meaning:
            'g は勾配です。v、m、s はこれまでの勾配を覚えています。^ は 0 から始まるためのずれを直したもので、ε は 0 で割らないためのものです。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'descent-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge: fewest steps to the valley',
        body: [
          'Three landscapes have been dealt to your class: turned, and steeper or flatter than the ones you know. Choose the method and the learning rate, and change the rate on the way if you like.',
          'You hand in the settings, not the path. The server walks with them again and counts the steps.',
        ],
        task: 'Reach the ring in all three landscapes, then find settings that need fewer steps.',
      },
      ja: {
        title: 'チャレンジ: 最少のステップで谷へ',
        body: [
          'あなたのクラスに 3 つの地形が配られました。これまでの地形を回し、急に、またはなだらかにしたものです。方法と学習率を選びましょう。途中で学習率を変えることもできます。',
          '提出するのは道すじではなく、設定です。サーバーがその設定でもう一度歩き、ステップを数えます。',
        ],
        task: '3 つの地形すべてで輪に着いたら、もっと少ないステップで着く設定を探しましょう。',
      },
    },
  },
];
