import type { LessonStep } from '@/lessons/lesson';

/** The words of lesson 3, step by step. */
export const steps: readonly LessonStep[] = [
  {
    id: 'two-lines',
    bench: 'circuit-build',
    options: { target: 'xor' },
    text: {
      en: {
        title: 'Two lines are enough',
        body: [
          'One line cannot separate [[xor|XOR]], but two can: the 1s lie between them. Unit A answers OR, “at least one”. Unit B answers NAND, “not both”. XOR is where both say 1.',
          'Unit Y does not see x₁ and x₂ any more. It sees only the answers of A and B. The [[unit|units]] that see the inputs form the first **layer**, Y the second.',
        ],
        task: 'Y is still an OR. Select Y and make it the gate that turns A and B into XOR.',
        formula: {
          lines: ['A = 1 if x₁ + x₂ ≥ 0.5', 'B = 1 if −x₁ − x₂ ≥ −1.5', 'Y = 1 if A + B ≥ θ'],
          meaning: 'Each line is one perceptron. Which θ makes Y say 1 only when both A and B do?',
        },
      },
      ja: {
        title: '直線が 2 本あれば',
        body: [
          '1 本の直線では [[xor|XOR]] を分けられませんが、2 本ならできます。1 の点は 2 本の間にあります。ユニット A は OR(少なくとも 1 つ)、ユニット B は NAND(両方ではない)と答えます。両方が 1 と言うところが XOR です。',
          'ユニット Y は、もう x₁ と x₂ を見ません。見るのは A と B の答えだけです。入力を見る[[unit|ユニット]]の並びが 1 つ目の**層**、Y が 2 つ目の層です。',
        ],
        task: 'Y はまだ OR です。Y を選んで、A と B から XOR ができるゲートに変えましょう。',
        formula: {
          lines: ['x₁ + x₂ ≥ 0.5 のとき A = 1', '−x₁ − x₂ ≥ −1.5 のとき B = 1', 'A + B ≥ θ のとき Y = 1'],
          meaning:
            '1 行が 1 つのパーセプトロンです。A と B の両方が 1 のときだけ Y を 1 にする θ は、いくつでしょうか?',
        },
      },
    },
    check: {
      right: 1,
      text: {
        en: {
          question: 'Look at the plane of Y. Why can one line separate XOR there?',
          choices: [
            'Y has larger weights',
            'Rows 01 and 10 fall on the same point',
            'Y sees the inputs twice',
          ],
          why: 'For 01 and 10 the first layer gives the same answers, A = 1 and B = 1. So both arrive at one point, and the four points become three that a line can separate. The first layer has redrawn the problem.',
        },
        ja: {
          question: 'Y の平面を見てください。そこでは、なぜ 1 本の直線で XOR を分けられるのでしょうか?',
          choices: ['Y の重みが大きいから', '01 と 10 の行が同じ点に重なるから', 'Y は入力を 2 回見るから'],
          why: '01 でも 10 でも、1 層目の答えは A = 1、B = 1 です。2 つの行が 1 点に重なり、4 点が、直線で分けられる 3 点になります。1 層目が問題をかき直したのです。',
        },
      },
    },
  },
  {
    id: 'odd',
    bench: 'circuit-build',
    options: { target: 'parity-3' },
    text: {
      en: {
        title: 'Three inputs, one more unit',
        body: [
          'With three inputs, “an odd number of ones” is XOR’s bigger sister, called [[parity|parity]]. On the cube, neighbours always differ: it is the most mixed table there is.',
          'The trick is counting. A answers “at least one”, B “at least two”. Y adds A and takes B away: on at one, off at two. One row is still wrong.',
        ],
        task: 'Add a unit C that answers “at least three”, and let Y count it.',
      },
      ja: {
        title: '入力が 3 つなら、もう 1 ユニット',
        body: [
          '入力が 3 つのとき、「1 が奇数個」は XOR の大きな仲間で、[[parity|パリティ]]と呼ばれます。立方体の隣どうしの頂点は、かならず答えが違います。いちばん入り組んだ表です。',
          'こつは、数えることです。A は「少なくとも 1 つ」、B は「少なくとも 2 つ」と答えます。Y は A を足して B を引きます。1 つでオン、2 つでオフです。まだ 1 行だけ間違っています。',
        ],
        task: '「少なくとも 3 つ」と答えるユニット C を追加して、Y に数えさせましょう。',
      },
    },
    check: {
      right: 2,
      text: {
        en: {
          question: 'Two units in the first layer give Y at most how many different cases to tell apart?',
          choices: ['2', '3', '4', '8'],
          why: 'Each answers 0 or 1, so there are 2 × 2 = 4 cases, often fewer. All eight rows must share these. For parity of three that is not enough: of all 104 × 104 pairs of units not one works.',
        },
        ja: {
          question: '1 層目が 2 ユニットのとき、Y が見分けられる場合は、多くていくつですか?',
          choices: ['2', '3', '4', '8'],
          why: 'それぞれの答えは 0 か 1 なので、2 × 2 = 4 通りです(もっと少ないこともあります)。8 行すべてが、この中に収まらなければなりません。3 入力のパリティには足りません。ユニットの組 104 × 104 通りのうち、うまくいくものは 1 つもありません。',
        },
      },
    },
  },
  {
    id: 'box',
    bench: 'circuit-build',
    options: { target: 'box' },
    text: {
      en: {
        title: 'Inside the box',
        body: [
          'Inputs need not be 0 or 1. Here they are a place on the plane, anywhere from 0 to 1. Each unit of the first layer keeps one side of its line; Y decides which pieces are in.',
          'Two lines make a strip. How many does a box need? With enough lines, two layers can fence in any shape without dents, and a third layer could join several of them.',
        ],
        task: 'Add units until only the inside of the dashed box is blue.',
        formula: {
          lines: ['pieces ≤ 1 + N + N (N − 1) / 2'],
          meaning:
            'N lines cut the plane into at most this many pieces; within one piece every unit answers the same.',
        },
      },
      ja: {
        title: '箱の中',
        body: [
          '入力は 0 か 1 でなくてもかまいません。ここでは平面上の場所、つまり 0 から 1 までの数です。1 層目の各ユニットは自分の直線の片側を残し、Y がどの部分を中とするか決めます。',
          '直線が 2 本なら帯になります。箱には何本必要でしょうか。直線が十分にあれば、2 層で、へこみのない形なら何でも囲めます。3 層目があれば、いくつかの形をつなぐこともできます。',
        ],
        task: '点線の箱の中だけが青くなるまで、ユニットを追加しましょう。',
        formula: {
          lines: ['部分の数 ≤ 1 + N + N (N − 1) / 2'],
          meaning:
            'N 本の直線で、平面は多くてもこの数の部分に分かれます。1 つの部分の中では、どのユニットの答えも同じです。',
        },
      },
    },
  },
  {
    id: 'challenge',
    bench: 'circuit-challenge',
    options: {},
    text: {
      en: {
        title: 'The challenge: few units',
        body: [
          'Build XOR, the odd number of ones, and a box, with as few units as possible: every unit more costs points. In the first two, one weight of unit A is fixed for your class; the box lies elsewhere than in the lesson.',
          'A solved circuit with the fewest units brings all of its points. You may submit again with fewer.',
        ],
        task: 'Solve all three circuits, then try with fewer units.',
      },
      ja: {
        title: 'チャレンジ: 少ないユニットで',
        body: [
          'XOR、1 が奇数個、箱の中を、できるだけ少ないユニットで作りましょう。ユニットが 1 つ増えるごとに得点が減ります。はじめの 2 つでは、ユニット A の重みが 1 つ、クラスで固定されています。箱の場所も、レッスンとは違います。',
          '最少のユニットで解けば満点です。ユニットを減らして、もう一度提出することもできます。',
        ],
        task: '3 つの回路をすべて解いて、それからもっと少ないユニットで試しましょう。',
      },
    },
  },
];
