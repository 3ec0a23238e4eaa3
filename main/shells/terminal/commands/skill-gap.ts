import { refuse } from '../../../contract/errors.ts'
import {
  MOST_TRIED,
  type SkillDemand,
  type SkillGap,
  SkillGapOver,
  TRIED_SKILL_LENGTH,
} from '../../../contract/skill-gap.ts'
import { campaignNamed } from '../campaigns.ts'
import { command, listed } from '../command.ts'
import { table } from '../table.ts'
import { count, whole } from '../words.ts'

/** So many skills are written out for people; `--json` has more. */
const SHOWN = 20

export const skillGap = command({
  name: 'skill-gap',
  usage: '[--campaign NAME] [--over all|campaign|favourites|applied] [--try SKILL]…',
  summary:
    'Which technical skills the jobs ask for, which of them your profile lacks, and which would open most jobs. By itself over all jobs; --over campaign counts those that match any active campaign. With --try: before and after.',
  options: {
    campaign: { type: 'string' },
    over: { type: 'string' },
    try: { type: 'string', multiple: true },
  },
  words: { least: 0, most: 0, what: 'no words' },
  prepare(values) {
    const { campaign } = values
    const over = overOf(values.over, campaign)
    const tried = listed(values.try)
    if (tried.length > MOST_TRIED || tried.some(name => name.length > TRIED_SKILL_LENGTH))
      refuse('bad_input', `--try takes up to ${MOST_TRIED} names of ${TRIED_SKILL_LENGTH} letters.`, {
        field: '--try',
      })
    return async session => {
      const campaignId = campaign === undefined ? null : (await campaignNamed(session, campaign)).id
      const utcOffset = -new Date().getTimezoneOffset()
      const gap = await session.ask('skillGap.get', { over, campaignId, tried, utcOffset })
      return { json: gapValue(gap), lines: gapLines(gap) }
    }
  },
})

function overOf(text: string | undefined, campaign: string | undefined): SkillGapOver {
  const parsed = SkillGapOver.safeParse(text ?? (campaign === undefined ? 'all' : 'campaign'))
  if (!parsed.success)
    return refuse('bad_input', `--over takes one of ${SkillGapOver.options.join(', ')}, not "${text}".`, {
      field: '--over',
    })
  if (campaign !== undefined && parsed.data !== 'campaign')
    return refuse('bad_input', '--campaign names the campaign of --over campaign.', { field: '--over' })
  return parsed.data
}

const skillValue = ({ opensNext, ...skill }: SkillDemand) => ({ ...skill, opens_next: opensNext })

/** The answer as `--json` shows it. */
const gapValue = ({ openFrom, skills, learn, tried, ...gap }: SkillGap) => ({
  ...gap,
  open_from: openFrom,
  skills: skills.map(skillValue),
  learn: learn.map(skillValue),
  tried: tried.map(skill => skill.name),
})

const percent = (coverage: number | null) => (coverage === null ? '–' : `${coverage} %`)

function gapLines(gap: SkillGap): string[] {
  const { jobs, asking, requiring, openFrom, before, after, tried, unknown, skills, learn, campaign } = gap
  const basis = campaign ? `that score ${campaign.threshold} or more for "${campaign.name}"` : 'counted'
  if (asking === 0) return [`${count(jobs, 'job')} ${basis}; none names a technical skill.`]
  const names = (rows: readonly SkillDemand[]) => rows.map(({ name }) => name).join(', ')
  return [
    `${count(jobs, 'job')} ${basis}; technical skills are named by ${whole(asking)} and required by ${whole(requiring)}.`,
    `Coverage ${percent(before.coverage)}: of the skills that a job requires you have so many on average.`,
    `${count(before.open, 'job')} open to you: you have at least ${openFrom} % of what they require.`,
    ...(tried.length === 0
      ? []
      : [
          `With ${names(tried)}: coverage ${percent(after.coverage)}, ${count(after.open, 'job')} open (${whole(after.open - before.open)} more).`,
        ]),
    ...(unknown.length === 0 ? [] : [`None of these jobs asks for ${unknown.join(', ')}.`]),
    ...(learn.length === 0
      ? []
      : [
          '',
          'Worth learning first, each with the jobs that it alone would open:',
          ...learn.map(({ name, opens }) => `  ${name}: ${whole(opens)}`),
        ]),
    '',
    ...table(skills.slice(0, SHOWN), [
      { head: 'Skill', of: ({ name }) => name, most: 30 },
      { head: 'Jobs', of: row => whole(row.jobs), right: true },
      { head: 'Part', of: row => `${Math.round((100 * row.jobs) / asking)} %`, right: true },
      { head: 'Required', of: row => whole(row.required), right: true },
      { head: 'Yours', of: row => (row.have ? 'yes' : row.tried ? 'tried' : 'no') },
      { head: 'Opens', of: row => (row.have ? '' : whole(row.opens)), right: true },
    ]),
  ]
}
