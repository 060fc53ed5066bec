import { sql } from "drizzle-orm";
import { accessSpace } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { measures, type Measure } from "./codes";

/** What the desk of one space did in one year. */
export interface YearFigures {
  year: number;
  received: number;
  decided: number;
  /** Half of the decisions came within so many hours of the first report. Null without decisions. */
  medianHours: number | null;
  measures: Record<Measure, number>;
  appeals: number;
  overturned: number;
}

export interface Figures {
  space: { name: string; slug: string };
  years: YearFigures[];
}

/** Public figures of moderation, newest year first; years are those of Brussels. @throws AppError `not_found`. */
export async function readFigures(ctx: Ctx, slug: string): Promise<Figures> {
  const { space } = await accessSpace(ctx, { slug });
  const yearOf = (column: string) => sql.raw(`extract(year from ${column} at time zone 'Europe/Brussels')::int`);
  const received = await ctx.db.execute<{ year: number; n: number }>(sql`
    select ${yearOf("r.created_at")} as year, count(*)::int as n from report r join moderation_case c on c.id = r.case_id
    where c.space_id = ${space.id} group by 1`);
  const decided = await ctx.db.execute<{ year: number; measure: Measure; n: number }>(sql`
    select ${yearOf("d.created_at")} as year, d.measure, count(*)::int as n from decision d join moderation_case c on c.id = d.case_id
    where c.space_id = ${space.id} and d.taken_back_at is null group by 1, 2`);
  const medians = await ctx.db.execute<{ year: number; hours: number | null }>(sql`
    select ${yearOf("d.created_at")} as year, percentile_cont(0.5) within group (order by extract(epoch from d.created_at - first.at) / 3600)::float as hours
    from decision d join moderation_case c on c.id = d.case_id
    cross join lateral (
      select min(r.created_at) as at from report r where r.case_id = d.case_id and r.created_at <= d.created_at and r.created_at > coalesce(
        (select max(e.created_at) from decision e where e.case_id = d.case_id and e.taken_back_at is null and e.created_at < d.created_at), '-infinity')
    ) first
    where c.space_id = ${space.id} and d.taken_back_at is null group by 1`);
  const appeals = await ctx.db.execute<{ year: number; n: number; overturned: number }>(sql`
    select ${yearOf("a.created_at")} as year, count(*)::int as n, count(*) filter (where a.outcome = 'overturned')::int as overturned
    from appeal a join moderation_case c on c.id = a.case_id where c.space_id = ${space.id} group by 1`);
  const years = [...new Set([...received.rows, ...decided.rows, ...appeals.rows].map((row) => row.year))].sort((a, b) => b - a);
  return {
    space: { name: space.name, slug: space.slug },
    years: years.map((year) => {
      const taken = decided.rows.filter((row) => row.year === year);
      const asked = appeals.rows.find((row) => row.year === year);
      const hours = medians.rows.find((row) => row.year === year)?.hours ?? null;
      return {
        year,
        received: received.rows.find((row) => row.year === year)?.n ?? 0,
        decided: taken.reduce((sum, row) => sum + row.n, 0),
        medianHours: hours === null ? null : Math.round(hours * 10) / 10,
        measures: Object.fromEntries(measures.map((one) => [one, taken.find((row) => row.measure === one)?.n ?? 0])) as Record<Measure, number>,
        appeals: asked?.n ?? 0,
        overturned: asked?.overturned ?? 0,
      };
    }),
  };
}
