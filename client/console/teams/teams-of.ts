import type { RosterEntry } from '@/protocol/views';

/** Students who are put together. */
export interface Team {
  name: string;
  /** At least one. */
  ids: readonly string[];
}

/** The teams of these students, by name. */
export function teamsOf(students: readonly Pick<RosterEntry, 'id' | 'team'>[], language: string): Team[] {
  const teams = new Map<string, string[]>();
  for (const { id, team } of students) {
    if (team === null) continue;
    const ids = teams.get(team);
    if (ids) ids.push(id);
    else teams.set(team, [id]);
  }
  const collator = new Intl.Collator(language, { numeric: true });
  return [...teams].map(([name, ids]) => ({ name, ids })).sort((a, b) => collator.compare(a.name, b.name));
}

/** The team that these students are, no more and no fewer; null: they are none. */
export function teamThatIs(teams: readonly Team[], chosen: ReadonlySet<string>): Team | null {
  return teams.find(({ ids }) => ids.length === chosen.size && ids.every((id) => chosen.has(id))) ?? null;
}
