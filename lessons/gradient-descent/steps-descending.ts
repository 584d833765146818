import type { LessonStep } from '@/lessons/lesson';

/** The words of lesson 7, first half: slopes, steps, learning rates. */
export const descendingSteps: readonly LessonStep[] = [
  {
    id: 'curve',
    bench: 'descent-curve',
    options: { rate: 0.1 },
    text: {
      en: {
        title: 'Downhill on a curve',
        body: [
          'Think of one weight w. For every w the network has some loss: a curve. We want its lowest point but see only the spot where we stand, like walking downhill in fog.',
          'The [[derivative|slope]] at that spot is enough. If the curve rises to the right, go left; if it falls, go right. **[[gradient-descent|Gradient descent]]** goes against the slope, and the step is the slope times the **[[learning-rate|learning rate]]**. So steps get shorter by themselves where it gets flat.',
        ],
        task: 'Drag the ball, read the arrow, take steps. Then try the two other curves: from where does the ball not find the lowest point?',
        formula: {
          lines: ['w ← w − r · dL/dw'],
          meaning:
            'r is the learning rate, dL/dw the slope of the loss at w. The arrow ←: the new w becomes this.',
        },
      },
      ja: {
        title: '曲線の坂を下る',
        body: [
          '重みが w 1 つだけだと考えましょう。w の値ごとに損失が決まり、曲線になります。いちばん低い点に行きたいのですが、見えるのは足もとだけです。霧の中で坂を下るのに似ています。',
          'それでも、その場所の[[derivative|傾き]]がわかれば十分です。右上がりなら左へ、右下がりなら右へ進みます。**[[gradient-descent|勾配降下法]]**は傾きと逆の向きに進み、1 歩の大きさは傾き × **[[learning-rate|学習率]]**です。ですから、平らになるにつれて歩幅はひとりでに小さくなります。',
        ],
        task: 'ボールを動かし、矢印を見て、1 歩ずつ進めましょう。ほかの 2 つの曲線もためしてください。いちばん低い点を見つけられないのは、どこから始めたときですか?',
        formula: {
          lines: ['w ← w − r · dL/dw'],
          meaning:
            'r は学習率、dL/dw は w での損失の傾きです。← は、w を新しい値に置きかえるという意味です。',
        },
      },
    },
    check: {
      right: 0,
      text: {
        en: {
          question: 'The slope is −2 and the learning rate 0.1. Where does the weight go?',
          choices: ['Up by 0.2', 'Down by 0.2', 'Up by 2'],
          why: 'w − 0.1 · (−2) = w + 0.2. The curve falls to the right there, so going right is going down.',
        },
        ja: {
          question: '傾きが −2、学習率が 0.1 のとき、重みはどう動きますか?',
          choices: ['0.2 増える', '0.2 減る', '2 増える'],
          why: 'w − 0.1 · (−2) = w + 0.2 です。そこでは右下がりなので、右へ進むと下ります。',
        },
      },
    },
  },
  {
    id: 'rate',
    bench: 'descent-curve',
    options: { rate: 2.1 },
    text: {
      en: {
        title: 'How far to go',
        body: [
          'The slope says which way, the learning rate how far. Too small, and the ball creeps. Larger is faster, up to a point: then it jumps over the lowest point, and beyond that it lands higher than it was. The training [[divergence|diverges]].',
          'On this curve the slope at w is exactly w, so you can work the steps out in your head. Nobody tells you the best rate beforehand, and on another curve it is another one.',
        ],
        task: 'Commit your guess, then run. Afterwards drag the learning rate and watch the whole path change: find a rate that creeps, one that slides, one that swings.',
        formula: {
          lines: ['L = w² / 2, slope w', 'w ← w − r · w = (1 − r) · w'],
          meaning:
            'Each step multiplies w by 1 − r. Between 0 and 2 the result gets smaller in size; from 1 on it changes sides; beyond 2 it grows.',
        },
      },
      ja: {
        title: 'どこまで進むか',
        body: [
          '傾きは向きを、学習率は歩幅を決めます。小さすぎると、なかなか進みません。大きくすると速くなりますが、それもある所までです。やがていちばん低い点を飛びこえ、さらに大きくすると前より高い所に着いてしまいます。これが[[divergence|発散]]です。',
          'この曲線では、w での傾きがちょうど w なので、1 歩ずつ暗算できます。最適な学習率は前もってわかるものではなく、曲線が変われば変わります。',
        ],
        task: '予想を決めてから実行しましょう。そのあと学習率を動かして、道すじ全体の変化を見てください。なかなか進まない値、すべり降りる値、行き来する値を見つけましょう。',
        formula: {
          lines: ['L = w² / 2、傾きは w', 'w ← w − r · w = (1 − r) · w'],
          meaning:
            '1 歩ごとに w は (1 − r) 倍になります。r が 0 から 2 の間なら大きさは減り、1 を超えると反対側へ移り、2 を超えると増えていきます。',
        },
      },
    },
    prediction: {
      text: {
        en: {
          question:
            'The slope at w is w itself. The ball starts at w = 3, the learning rate is 2.1. What will it do?',
          choices: [
            'Creep, hardly getting anywhere',
            'Slide down to the lowest point',
            'Jump from side to side, closer each time',
            'Jump from side to side, farther out each time',
          ],
        },
        ja: {
          question: 'w での傾きは w です。ボールは w = 3 から始まり、学習率は 2.1 です。どうなるでしょうか?',
          choices: [
            'ほとんど進まない',
            'いちばん低い点まですべり降りる',
            '左右に飛びながら、だんだん近づく',
            '左右に飛びながら、だんだん遠ざかる',
          ],
        },
      },
    },
  },
  {
    id: 'landscape',
    bench: 'descent-landscape',
    options: {},
    text: {
      en: {
        title: 'Two weights: a landscape',
        body: [
          'With two weights the loss is a landscape, here seen from above: green is low, lines join places of equal loss. There are two slopes now, one for each weight. Together they are the **[[gradient|gradient]]**, an arrow that points straight uphill. The ball goes the other way.',
          'Real networks have thousands or billions of weights. Nobody can draw that landscape, but the rule is the same: one slope for each weight, and a step against all of them at once.',
        ],
        task: 'Tap to place the ball, run, and drag the rate while the path is there. What goes wrong in each landscape?',
        formula: {
          lines: ['w₁ ← w₁ − r · ∂L/∂w₁', 'w₂ ← w₂ − r · ∂L/∂w₂'],
          meaning: '∂L/∂w₁ is the slope when only w₁ is moved. All such slopes together are the gradient.',
        },
      },
      ja: {
        title: '重みが 2 つなら地形',
        body: [
          '重みが 2 つあると、損失は地形になります。ここでは上から見ています。緑は低い所で、線は損失が等しい場所を結んでいます。傾きも、重みごとに 1 つずつあります。それをまとめたものが**[[gradient|勾配]]**で、まっすぐ上りの向きを指す矢印です。ボールはその逆へ進みます。',
          '本物のネットワークには、数千から数十億もの重みがあります。その地形はだれにも描けませんが、やり方は同じです。重みごとに傾きを求め、すべて同時に、逆の向きへ 1 歩進みます。',
        ],
        task: '地図をタップしてボールを置き、実行しましょう。道すじが出たまま学習率を動かすこともできます。それぞれの地形では、何がうまくいかないでしょうか?',
        formula: {
          lines: ['w₁ ← w₁ − r · ∂L/∂w₁', 'w₂ ← w₂ − r · ∂L/∂w₂'],
          meaning: '∂L/∂w₁ は、w₁ だけを動かしたときの傾きです。こうした傾きをすべてまとめたものが勾配です。',
        },
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'Why is a narrow valley slow for plain gradient descent?',
          choices: [
            'The slope is 0 everywhere in it',
            'The ball does not know where the valley is',
            'The steep sides allow only a small rate, and along the flat floor that rate creeps',
          ],
          why: 'One rate has to serve both directions. Across the valley it must be small, or the ball is thrown from wall to wall; along the floor the slope is small too, so the steps are tiny.',
        },
        ja: {
          question: '細長い谷で、ふつうの勾配降下法が遅いのはなぜですか?',
          choices: [
            '谷の中ではどこでも傾きが 0 だから',
            'ボールは谷の場所を知らないから',
            '急な斜面のために学習率を小さくするしかなく、その値では平らな谷底をなかなか進めないから',
          ],
          why: '1 つの学習率を両方の向きに使うからです。谷を横切る向きには小さくないと、壁から壁へはね飛ばされます。ところが谷底では傾きも小さいので、歩幅がごく小さくなってしまいます。',
        },
      },
    },
  },
];
