'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { EmptyState } from '@/client/ui/empty-state';
import type { BoardKind, BoardRow, RosterEntry } from '@/protocol/views';
import { ACTIVITY_ORDER } from './activity-look';
import { type Grouping, groupedBy } from './card-groups';
import type { ClassTally } from './class-summary';
import { CARD_SIZES, densityFor } from './density';
import { GridTools } from './grid-tools';
import { CardStopContext, useCardStop } from './keys/use-card-stop';
import { SelectToggle } from './selection/select-toggle';
import { filterOfTeam, orderStudents, type StudentFilter, type StudentStanding } from './student-order';
import { StudentPlace } from './student-place';
import type { Team } from './teams/teams-of';
import { useTeams } from './teams/use-teams';
import { NEEDS, type Need } from './triage';
import { useCalmOrder } from './use-calm-order';
import { useGridWishes } from './use-grid-wishes';
import { inOrderOfKeys, usePlaces } from './use-places';
import { useSettling } from './use-settling';

interface Props {
  students: readonly RosterEntry[];
  standings: readonly StudentStanding[];
  tally: ClassTally;
  /** Rows of the board by student, in a lesson with a challenge that rules check; null where a training is watched. */
  results: ReadonlyMap<string, BoardRow> | null;
  kind: BoardKind;
  /** Those who are shown; null: everybody. */
  only: ReadonlySet<string> | null;
  /** The way to another look of the students. */
  looks: Elements;
  onOpen(studentId: string): void;
}

const GAP = 12;

const WELL: Need = { kind: 'well', since: null, finding: null };

/** Everybody's card. The browser skips those out of sight (`content-visibility`), so a large class stays smooth. */
export function StudentGrid(props: Props) {
  const { students, standings, tally, results, kind, only, looks, onOpen } = props;
  const t = useTranslations('console.grid');
  const language = useLocale();
  const [wishes, wish] = useGridWishes();
  const { sort, search, grouping } = wishes;
  const teams = useTeams(students);
  // Of a team that is no more, everybody is shown.
  const filter = isGone(wishes.filter, teams) ? 'all' : wishes.filter;
  const [ref, width] = useElementWidth<HTMLUListElement>();

  const wanted = useMemo(
    () => orderStudents(standings, { sort, filter, search, only }, language),
    [standings, sort, filter, search, only, language],
  );
  const density = densityFor(wishes.density, students.length);
  const { least, inset } = CARD_SIZES[density];
  const columns = Math.max(1, Math.floor((width + GAP) / (least + GAP)));
  const curveWidth = Math.max(0, Math.floor((width - GAP * (columns - 1)) / columns) - inset);
  const asked = `${sort} ${filter} ${search} ${only ? [...only].join() : ''}`;
  const { order, hold } = useCalmOrder(wanted, asked);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  const standingOf = useMemo(() => new Map(standings.map((one) => [one.id, one])), [standings]);
  // Cards stand still for some seconds: a card whose need has changed meanwhile must not open a second group.
  const groups = useGroups(grouping, order, standingOf, teams);
  const titles = new Map(
    groups.flatMap(({ name, title }) => (title === null ? [] : [[name, title] as const])),
  );
  const places = groups.flatMap(({ name, title, ids }) => (title === null ? ids : [name, ...ids]));
  usePlaces(ref, places);
  const shown = places.filter((place) => byId.has(place));
  const { stop, keys } = useCardStop(shown);
  useSettling(ref, order);

  return (
    <section aria-labelledby="students-title" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-1.5">
          <h2 id="students-title" className="text-lg">
            {t('title')}
          </h2>
          <SelectToggle shown={order} />
        </div>
        {looks}
        <GridTools wishes={wishes} onWish={wish} tally={tally} teams={teams} byResult={results !== null} />
      </div>
      <CardStopContext value={stop}>
        <ul
          ref={ref}
          {...hold}
          onFocus={(event) => {
            hold.onFocus(event);
            keys.onFocus(event);
          }}
          onKeyDown={keys.onKeyDown}
          data-density={density}
          className="grid gap-3"
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {inOrderOfKeys(places).map((key) => {
            const title = titles.get(key);
            const student = byId.get(key);
            if (title !== undefined)
              return <GroupTitle key={key} place={key} grouping={grouping} title={title} />;
            return (
              student && (
                <StudentPlace
                  key={key}
                  student={student}
                  need={standingOf.get(key)?.need ?? WELL}
                  row={results === null ? undefined : (results.get(key) ?? null)}
                  kind={kind}
                  density={density}
                  curveWidth={curveWidth}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </ul>
      </CardStopContext>
      {students.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        order.length === 0 && (
          <EmptyState
            title={t('none')}
            action={<Button onClick={() => wish({ filter: 'all' })}>{t('showAll')}</Button>}
          />
        )
      )}
    </section>
  );
}

function isGone(filter: StudentFilter, teams: readonly Team[]): boolean {
  return filter.startsWith('team-') && !teams.some(({ name }) => filterOfTeam(name) === filter);
}

interface CardGroup {
  /** Different for each, and for each of them no student's id. */
  name: string;
  /** Null: all cards without a heading. */
  title: string | null;
  ids: readonly string[];
}

/** The heading of a group of cards. */
function GroupTitle({ place, grouping, title }: { place: string; grouping: Grouping; title: string }) {
  return (
    <li data-settle={place} className="col-span-full -mb-1 pt-1">
      <h3 className="font-sans text-sm font-semibold tracking-normal" data-testid={`${grouping}-group`}>
        {title}
      </h3>
    </li>
  );
}

/** The cards as they are put together: each group with its heading, or all of them without. */
function useGroups(
  grouping: Grouping,
  order: readonly string[],
  standingOf: ReadonlyMap<string, StudentStanding>,
  teams: readonly Team[],
): readonly CardGroup[] {
  const t = useTranslations('console.grid');
  const activityText = useTranslations('console.activity');
  const needText = useTranslations('console.need');
  const numbers = useNumbers();
  const headed = (name: string, text: string, ids: readonly string[]) => ({
    name: `group-${name}`,
    title: t('needs', { need: text, count: numbers.integer(ids.length) }),
    ids,
  });
  switch (grouping) {
    case 'none':
      return [{ name: 'group', title: null, ids: order }];
    case 'need':
      return groupedBy(NEEDS, order, (id) => standingOf.get(id)?.need.kind ?? 'well').map(([need, ids]) =>
        headed(need, needText(need), ids),
      );
    case 'state':
      return groupedBy(ACTIVITY_ORDER, order, (id) => standingOf.get(id)?.activity ?? 'connected').map(
        ([activity, ids]) => headed(activity, activityText(activity), ids),
      );
    case 'team':
      return groupedBy(
        [...teams.map(({ name }) => name), null],
        order,
        (id) => standingOf.get(id)?.team ?? null,
      ).map(([team, ids]) => headed(team === null ? 'none' : `team-${team}`, team ?? t('noTeam'), ids));
  }
}
