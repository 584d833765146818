const GIVEN = [
  'Ada',
  'はるか',
  'Kai',
  'Mina',
  '花子',
  'Noor',
  'Leo',
  'Yuki',
  'Zoe',
  'Tomás',
  'Ines',
  'さくら',
  'Omar',
  'Freya',
  'Jun',
  'Lina',
  'Ravi',
  'Emil',
  '蓮',
  'Sofia',
  'Bela',
  'Nia',
  'Hugo',
  'Aiko',
];

/** The n-th simulated student's nickname; no two alike. */
export function nicknameOf(index: number): string {
  const round = Math.floor(index / GIVEN.length);
  return `${GIVEN[index % GIVEN.length]}${round === 0 ? '' : ` ${round + 1}`}`;
}
