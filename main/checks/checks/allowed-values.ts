import {
  FIELD_ORIGINS,
  JOB_STATUSES,
  JOB_TYPES,
  REMOTE_OPTIONS,
  SALARY_PERIODS,
  SENIORITY_LEVELS,
} from '../../contract/values.ts'
import type { Check } from '../check.ts'
import { COUNTRIES, CURRENCIES } from '../rules/codes.ts'
import { type Fault, jobPage, jobWords, text, type Walk } from '../rules/walk.ts'

const among = (values: readonly string[]): string => `(${values.map(text).join(', ')})`

/** A column holds one of these, or nothing. */
const oneOf = (column: string, what: string, values: readonly string[]): Fault => ({
  when: `t.${column} NOT IN ${among(values)}`,
  say: `${text(`${what} is “`)} || substr(t.${column}, 1, 40) || '”, which Rolecall does not know.'`,
})
const flag = (column: string, what: string): Fault => ({
  when: `t.${column} NOT IN (0, 1)`,
  say: text(`${what} is neither on nor off.`),
})
/** A column holds a time, or nothing. */
const time = (column: string, what: string): Fault => ({
  when: `t.${column} IS NOT NULL AND julianday(t.${column}) IS NULL`,
  say: `${text(`${what} is “`)} || substr(t.${column}, 1, 40) || '”, which is no time.'`,
})
/** A column holds JSON of a kind, or nothing. */
const json = (column: string, what: string, type?: 'array' | 'object'): Fault => ({
  when: `t.${column} IS NOT NULL AND (CASE WHEN json_valid(t.${column}) THEN ${type ? `json_type(t.${column}) <> '${type}'` : 'false'} ELSE true END)`,
  say: text(`${what} cannot be read.`),
})

const onlyJson = (
  table: string,
  what: string,
  page: string,
  [first, ...others]: readonly [Fault, ...Fault[]],
  key = 'id',
): Walk => ({ name: table, from: table, key: [key], what, page, faults: [first, ...others] })

/** Words from closed lists are of their lists, times are times, and what is kept as JSON can be read. */
export const allowedValues: Check = {
  name: 'allowed_values',
  severity: 'critical',
  title: 'Known values',
  hint: 'Statuses, kinds of work, countries and currencies are ones that Rolecall knows, times are times, and stored lists can be read.',
  walks: [
    {
      name: 'jobs',
      from: 'jobs',
      key: ['id'],
      touched: 't.id IN (SELECT id FROM touched)',
      what: jobWords('t.id'),
      page: jobPage('t.id'),
      faults: [
        oneOf('status', 'The status', JOB_STATUSES),
        oneOf('remote_options', 'The way of working', REMOTE_OPTIONS),
        oneOf('job_type', 'The kind of employment', JOB_TYPES),
        oneOf('seniority_level', 'The level', SENIORITY_LEVELS),
        oneOf('salary_period', 'The period of the pay', SALARY_PERIODS),
        oneOf('compensation_currency', 'The currency', CURRENCIES),
        oneOf('office_country', 'The country', COUNTRIES),
        flag('favourite', 'The favourite mark'),
        flag('unread', 'The unread mark'),
        {
          when: "t.found_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*Z' OR julianday(t.found_at) IS NULL",
          say: "'The time when it was found is “' || substr(t.found_at, 1, 40) || '”, which is no time.'",
        },
        time('posted_at', 'The day of the posting'),
        time('applied_at', 'The day of the application'),
        time('closed_at', 'The closing day'),
        json('skills', 'The list of skills', 'array'),
        json('terms', 'The list of terms', 'object'),
      ],
    },
    {
      name: 'postings',
      from: 'postings',
      key: ['id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `'Posting ' || t.id || ' of ' || ${jobWords('t.job_id')}`,
      page: jobPage('t.job_id'),
      faults: [
        json('structured', 'What the source stated', 'object'),
        json('merge_reasons', 'Why it was joined to the job', 'array'),
        flag('is_primary', 'The mark of the shown posting'),
        time('posted_at', 'The day of the posting'),
        time('found_at', 'The time when it was found'),
      ],
    },
    {
      name: 'job_fields',
      from: 'job_fields',
      key: ['job_id', 'field', 'origin'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `'A fact of ' || ${jobWords('t.job_id')}`,
      page: jobPage('t.job_id'),
      faults: [
        oneOf('origin', 'Where it came from', FIELD_ORIGINS),
        {
          when: 't.confidence NOT BETWEEN 0 AND 1',
          say: "'How sure it is, ' || t.confidence || ', is out of its range.'",
        },
      ],
    },
    {
      name: 'moves',
      from: 'status_events',
      key: ['id'],
      what: jobWords('t.job_id'),
      page: jobPage('t.job_id'),
      faults: [
        oneOf('from_status', 'The status before a move', JOB_STATUSES),
        oneOf('to_status', 'The status after a move', JOB_STATUSES),
        time('at', 'The time of a move'),
      ],
    },
    {
      name: 'campaigns',
      from: 'campaigns',
      key: ['id'],
      touched: 't.id IN (SELECT campaign_id FROM of_run)',
      what: "'Campaign ' || t.name",
      page: "'/campaigns/' || t.id",
      faults: [
        oneOf('state', 'The state', ['active', 'paused', 'deleted']),
        oneOf('country', 'The country', COUNTRIES),
        oneOf('salary_currency', 'The currency', CURRENCIES),
        {
          when: 't.alert_threshold NOT BETWEEN 0 AND 100',
          say: "'The threshold is ' || t.alert_threshold || '.'",
        },
        json('locations', 'The list of places', 'array'),
        json('employment_types', 'The kinds of employment', 'array'),
        json('remote_preference', 'The ways of working', 'array'),
        json('seniority', 'The levels', 'array'),
        json('company_sizes', 'The sizes of companies', 'array'),
        json('skills', 'The skills', 'array'),
        json('weights', 'The weights', 'object'),
        json('scored_with', 'The weights of the stored scores'),
        json('rules', 'The must-haves', 'object'),
      ],
    },
    onlyJson(
      'applications',
      jobWords('t.job_id'),
      jobPage('t.job_id'),
      [
        json('sent', 'The list of what was sent', 'array'),
        json('offer', 'The offer', 'object'),
        time('moved_at', 'The time of the last move'),
        time('next_step_at', 'The time of the next step'),
        time('response_at', 'The time of the answer'),
      ],
      'job_id',
    ),
    onlyJson('interviews', jobWords('t.job_id'), jobPage('t.job_id'), [
      time('at', 'The time of an interview'),
    ]),
    onlyJson('reminders', "'Reminder ' || t.id", "'/reminders'", [time('due_at', 'Its time')]),
    onlyJson('companies', 't.name', "'/companies/' || t.id", [
      json('origins', 'Where its facts came from', 'object'),
      json('ratings', 'The ratings', 'object'),
      flag('blocked', 'The mark of a blocked company'),
      { when: 't.rating NOT BETWEEN 0 AND 5', say: "'The rating is ' || t.rating || '.'" },
    ]),
    onlyJson('sources', "'Source ' || t.label", "'/sources/' || t.id", [
      json('config', 'What it is asked for', 'object'),
      flag('enabled', 'The switch'),
    ]),
    onlyJson('runs', "'Run ' || t.id", "'/runs/' || t.id", [
      json('input', 'What it needs to start again'),
      json('counts', 'Its counts', 'object'),
      time('queued_at', 'Its time'),
    ]),
    onlyJson('profile', "'Your profile'", "'/profile'", [json('data', 'It', 'object')]),
    onlyJson('settings', "'Setting ' || t.key", "'/settings'", [json('value', 'Its value')], 'key'),
    onlyJson('presets', "'View ' || t.name", "'/jobs'", [json('query', 'What it shows')]),
    onlyJson('comparisons', "'Comparison ' || t.name", "'/campaigns/' || t.campaign_id || '/compare'", [
      json('weights_a', 'The weights of side A', 'object'),
      json('weights_b', 'The weights of side B', 'object'),
    ]),
    onlyJson('exchange_rates', "'Exchange rates'", "'/settings'", [
      json('data', 'What was fetched', 'object'),
    ]),
  ],
}
