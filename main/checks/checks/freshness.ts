import type { Check } from '../check.ts'
import { jobPage, jobWords } from '../rules/walk.ts'

/** The present time and some days, as the times of rows are written. */
const inDays = (days: string): string =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', (SELECT now FROM clock), '${days} days')`

const setting = (key: string): string => `(SELECT value FROM settings WHERE key = '${key}')`

// What a campaign follows: its own words, or those of the settings, which are 04:00 where nothing is stored.
const PLAN = `CASE t.schedule WHEN 'standard' THEN coalesce(${setting('scheduleIngestion')} ->> '$', iif(${setting('scheduleIngestion')} IS NULL, '04:00', NULL)) ELSE t.schedule END`
// A time of day comes daily, and so does an expression whose days are all stars; one with days of the week may rest for
// a week, any other for a month. Two days past that are too long.
const PATIENCE = `CASE WHEN ${PLAN} LIKE '__:__' OR ${PLAN} LIKE '% * * *' THEN 2 WHEN ${PLAN} LIKE '% * * %' THEN 9 ELSE 33 END`
const LAST = `coalesce((SELECT max(finished_at) FROM runs r WHERE r.campaign_id = t.id AND r.state = 'succeeded' AND r.kind IN ('collect', 'import')), '')`
const settled = (key: string): string =>
  `coalesce((SELECT updated_at FROM settings WHERE key = '${key}'), '')`
/**
 * Changed a moment ago, or paused or without a source until then, a campaign has its time still before it; the scheduler
 * moves `since` along while there is nobody to ask.
 */
const SINCE = `max(t.updated_at, ${LAST}, ${settled('schedulePaused')}, ${settled('scheduleIngestion')},
  coalesce((SELECT since FROM schedule_since s WHERE s.kind = 'ingestion' AND coalesce(s.campaign_id, 0) = t.id), ''))`

/** What comes by itself has come, and nothing comes from the future. */
export const freshness: Check = {
  name: 'freshness',
  severity: 'warning',
  title: 'Freshness',
  hint: 'Campaigns that run by themselves succeeded within two days, and no time lies in the future.',
  walks: [
    {
      // Not after a run: it is itself the news that is missed, and counts only once it has ended well.
      name: 'campaigns',
      from: 'campaigns',
      key: ['id'],
      what: "'Campaign ' || t.name",
      page: "'/campaigns/' || t.id",
      faults: [
        {
          when: `t.state = 'active' AND ${PLAN} IS NOT NULL AND coalesce(${setting('schedulePaused')}, 'false') <> 'true'
            AND EXISTS (SELECT 1 FROM campaign_sources s JOIN sources o ON o.id = s.source_id
              WHERE s.campaign_id = t.id AND o.enabled = 1 AND o.removed_at IS NULL)
            AND julianday((SELECT now FROM clock)) - julianday(${SINCE}) > ${PATIENCE}`,
          say: `'Its last run that went well ' || iif(${LAST} = '', 'is missing', 'ended on ' || substr(${LAST}, 1, 10)) || '.'`,
        },
      ],
    },
    {
      name: 'jobs',
      from: 'jobs',
      key: ['id'],
      touched: 't.id IN (SELECT id FROM touched)',
      what: jobWords('t.id'),
      page: jobPage('t.id'),
      faults: [
        {
          when: `t.found_at > ${inDays('+1')}`,
          say: "'It was found on ' || substr(t.found_at, 1, 10) || ', which is in the future.'",
        },
        {
          when: `t.applied_at > ${inDays('+1')}`,
          say: "'The application is dated ' || substr(t.applied_at, 1, 10) || ', which is in the future.'",
        },
      ],
    },
    {
      name: 'moves',
      from: 'status_events',
      key: ['id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: jobWords('t.job_id'),
      page: jobPage('t.job_id'),
      faults: [
        {
          when: `t.at > ${inDays('+1')}`,
          say: "'A move is dated ' || substr(t.at, 1, 10) || ', which is in the future.'",
        },
      ],
    },
    {
      name: 'runs',
      from: 'runs',
      key: ['id'],
      what: "'Run ' || t.id",
      page: "'/runs/' || t.id",
      faults: [
        {
          when: `t.state IN ('queued', 'running') AND t.queued_at < ${inDays('-2')}`,
          say: "'It is still not done, ' || CAST(julianday((SELECT now FROM clock)) - julianday(t.queued_at) AS INTEGER) || ' days after it was asked for.'",
        },
        { when: `t.queued_at > ${inDays('+1')}`, say: "'It was asked for in the future.'" },
      ],
    },
  ],
}
