import type { LessonStep } from '@/lessons/lesson';
import { BEND, LAYERS, XOR } from './setups';

/** The first half of lesson 4: units that bend, layers of them, and XOR at last learnt. */
export const bendingSteps: readonly LessonStep[] = [
  {
    id: 'bend',
    bench: 'playground',
    options: BEND,
    text: {
      en: {
        title: 'From step to bend',
        body: [
          'Here the inputs are no longer 0 or 1 but a place on a plane, **x₁** to the right and **x₂** upwards. Blue squares are class 1, orange circles class 0. The small picture in each [[unit|unit]] shows what it answers everywhere.',
          'These units are perceptrons: they jump from 0 to 1. A jump is flat on both sides. Move a [[weight|weight]] a little, and nearly always nothing changes at all, so nothing tells which way is better.',
          'Let the units bend instead: [[sigmoid|sigmoid]] and [[tanh|tanh]] rise smoothly, [[relu|ReLU]] is 0 below and a straight line above. Now every little move of a weight shows, and the network can **learn**.',
        ],
        task: 'Press Train and see the step units get nowhere. Then choose tanh, sigmoid or ReLU under “Activation” and train until the blue points are enclosed.',
        formula: {
          lines: ['y = f(w₁x₁ + w₂x₂ + … + b)', 'sigmoid(z) = 1 / (1 + e⁻ᶻ)', 'ReLU(z) = max(0, z)'],
          meaning:
            'f is the activation function, z the weighted sum. The bias b is the threshold θ from before, moved to the other side: b = −θ.',
        },
      },
      ja: {
        title: '段差から曲線へ',
        body: [
          'ここからの入力は 0 か 1 ではなく、平面の上の場所です。右が **x₁**、上が **x₂** です。青い四角がクラス 1、オレンジの丸がクラス 0 です。[[unit|ユニット]]の中の小さな絵は、平面のそれぞれの場所でそのユニットが何と答えるかを表します。',
          '最初のユニットはパーセプトロンで、0 から 1 へ一気に跳びます。跳ぶところの両側は平らです。[[weight|重み]]を少し動かしても、ほとんどの場合は何も変わらないので、どちらに動かせばよいかが分かりません。',
          'そこで、なめらかに変わるユニットにします。[[sigmoid|シグモイド]]と [[tanh|tanh]] はなだらかに上がり、[[relu|ReLU]] は下では 0、上ではまっすぐな線です。重みを少し動かせば結果も少し変わるので、ネットワークは**学習**できるようになります。',
        ],
        task: '「訓練」を押して、ステップ関数では進まないことを見てください。それから「活性化関数」で tanh、シグモイド、ReLU のどれかを選び、青い点が囲まれるまで訓練しましょう。',
        formula: {
          lines: ['y = f(w₁x₁ + w₂x₂ + … + b)', 'sigmoid(z) = 1 / (1 + e⁻ᶻ)', 'ReLU(z) = max(0, z)'],
          meaning:
            'f が活性化関数、z が重み付きの和です。バイアス b は、これまでの閾値 θ を反対側に移したもので、b = −θ です。',
        },
      },
    },
  },
  {
    id: 'layers',
    bench: 'playground',
    options: LAYERS,
    text: {
      en: {
        title: 'Layers, and how many weights',
        body: [
          'Each [[layer|layer]] takes what the layer before it found and bends it once more. The first draws soft lines, the next makes corners and islands of them. The layers between inputs and output are called [[hidden-layer|hidden]].',
          'Every unit has a weight for **each** of its inputs and one [[bias|bias]] of its own. So a layer has inputs × units weights and one bias a unit. Beneath the network it is worked out, layer by layer.',
          'For two classes one output is enough: how sure is it of class 1? For more classes there is one output each, and [[softmax|softmax]] makes them add up to 1.',
        ],
        task: 'Add units and layers, and watch the sums beneath grow. Then point at units from left to right: what does each layer see?',
        formula: {
          lines: ['weights of a layer = inputs × units + units', '2–4–3–1: (2×4+4) + (4×3+3) + (3×1+1) = 31'],
          meaning: 'The second “units” counts the biases. A network’s weights are the sum over its layers.',
        },
      },
      ja: {
        title: '層と、重みの数',
        body: [
          'それぞれの[[layer|層]]は、前の層が見つけたものを受け取って、もう一度曲げます。最初の層はやわらかい線を引き、次の層はそこから角や島を作ります。入力と出力のあいだの層を[[hidden-layer|隠れ層]]といいます。',
          'ユニットは、入力の**一つ一つ**に重みを 1 つずつ持ち、さらに自分の[[bias|バイアス]]を 1 つ持ちます。ですから 1 つの層の重みは、入力 × ユニット個と、ユニットごとに 1 つのバイアスです。ネットワークの下に、層ごとの計算が出ています。',
          '2 クラスなら出力は 1 つで足ります。クラス 1 だとどれくらい思っているか、という数です。3 クラス以上なら出力はクラスごとに 1 つで、[[softmax|softmax]] が合計を 1 にします。',
        ],
        task: 'ユニットや層を増やして、下の数が増えるのを見てください。それから左から右へユニットを指していきましょう。それぞれの層には何が見えていますか?',
        formula: {
          lines: ['層の重み = 入力 × ユニット + ユニット', '2–4–3–1: (2×4+4) + (4×3+3) + (3×1+1) = 31'],
          meaning: '2 つ目の「ユニット」はバイアスの数です。ネットワークの重みは、すべての層の合計です。',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question:
            'A network has 3 inputs, a layer of 5 units, a layer of 2, and 1 output. How many weights, with biases?',
          choices: ['27', '35', '30', '11'],
          why: '(3×5 + 5) + (5×2 + 2) + (2×1 + 1) = 20 + 12 + 3 = **35**. Without the biases it would be 27.',
        },
        ja: {
          question:
            '入力が 3 つ、5 ユニットの層、2 ユニットの層、出力が 1 つのネットワークがあります。バイアスも入れて、重みは何個ですか?',
          choices: ['27', '35', '30', '11'],
          why: '(3×5 + 5) + (5×2 + 2) + (2×1 + 1) = 20 + 12 + 3 = **35** 個です。バイアスを入れないと 27 個です。',
        },
      },
    },
  },
  {
    id: 'xor',
    bench: 'playground',
    options: XOR,
    text: {
      en: {
        title: 'XOR, learnt',
        body: [
          'In lesson 3 you wired XOR by hand, with two units for four points. Now nobody wires: the weights start at random, and training finds them. And the points fill four whole quarters of the plane.',
          'One hidden unit can only bend the plane along one line. Two make a **band** across it, which comes close and no closer: a band is not two quarters. Training may also stop halfway, where no small move helps any more. A few units **more than needed** give it more ways to get there.',
          'The same **seed** always gives the same start. Another one draws other points and other first weights, and the same network may end elsewhere.',
        ],
        task: 'Commit your guess. Train, and add hidden units one at a time until at least 95% of the test points are right. Which units does it really use? Click an edge and set its weight to 0.',
      },
      ja: {
        title: '学習で解く XOR',
        body: [
          'レッスン 3 では、4 つの点の XOR を 2 つのユニットで組み立てました。今度はだれも組み立てません。重みはランダムな値から始まり、訓練が見つけます。しかも点は、4 つに分けた平面いっぱいに散らばっています。',
          '隠れユニット 1 つでは、1 本の線にそって平面を曲げられるだけです。2 つあると、平面を横切る**帯**ができます。かなり近づきますが、そこまでです。帯は、向かい合う 2 つの区画と同じ形ではないからです。また、訓練は途中で止まってしまうこともあります。少し動かしても、もう良くならない場所があるのです。**必要より少し多い**ユニットがあると、たどり着く道が増えます。',
          '同じ**シード**なら、いつも同じところから始まります。別のシードでは、点も最初の重みも変わり、同じネットワークでも違う結果になることがあります。',
        ],
        task: '予想を決めたら訓練し、テスト正解率が 95% 以上になるまで、隠れユニットを 1 つずつ増やしましょう。本当に使われているのはどのユニットでしょうか? 辺をクリックして、重みを 0 にしてみてください。',
      },
    },
    prediction: {
      text: {
        en: {
          question:
            'You begin with one hidden unit and add more. With how many will your network first get 95% of the test points right?',
          choices: ['2', '3', '4', '5 or more'],
        },
        ja: {
          question:
            '隠れユニットは 1 つから始めて、増やしていきます。テスト正解率がはじめて 95% に届くのは、何個のときでしょうか?',
          choices: ['2 個', '3 個', '4 個', '5 個以上'],
        },
      },
    },
  },
];
