import type { MessagePreview } from '../../../contract/notifications.ts'
import type { BriefingContent, JobLine, MailContent, MatchContent, SummaryContent } from '../content.ts'
import { factsRow, headingRow, jobRow, linkRow, listRow, pageOf, textRow } from './layout.ts'
import { count, dayWords, line, linkable, subjectLine, whereIs, whole } from './texts.ts'

/** What a notification itself says. */
export interface Told {
  title: string
  body: string
  target: string
}

const FOOTER = [
  'Rolecall sent this from your own computer, over your own mail server.',
  'Choose what comes by email in Rolecall, under Settings, Notifications.',
]

/** One message in both of its forms: what is said, once as text and once as HTML. */
interface Draft {
  above: string
  preheader: string
  rows: string[]
  text: string[]
}

/** The mail for a notification. Texts may be anything; what comes out is safe to show. */
export function messageOf(told: Told, content: MailContent): MessagePreview {
  const heading = line(told.title)
  const draft = draftOf(told, content)
  const where = `In Rolecall you find this under ${whereIs(told.target)}.`
  return {
    subject: subjectLine(told.title),
    html: pageOf({
      title: heading,
      heading,
      above: draft.above,
      preheader: draft.preheader,
      rows: draft.rows,
      footer: [where, ...FOOTER],
    }),
    text: [
      ...(draft.above === '' ? [] : [draft.above]),
      heading,
      '',
      ...draft.text,
      '',
      '-- ',
      where,
      ...FOOTER,
    ]
      .join('\n')
      .replace(/\n{3,}/g, '\n\n'),
  }
}

function draftOf(told: Told, content: MailContent): Draft {
  switch (content.kind) {
    case 'briefing':
      return briefing(content)
    case 'summary':
      return summary(content)
    case 'match':
      return matches(content)
    case 'plain': {
      const paragraphs = told.body
        .split(/\r?\n+/)
        .map(text => line(text, 2000))
        .filter(Boolean)
      const facts = content.facts.map(({ label, value }) => ({ label, value: line(value, 500) }))
      const url = linkable(content.url)
      return {
        above: '',
        preheader: paragraphs[0] ?? '',
        rows: [
          ...paragraphs.map(textRow),
          ...(facts.length > 0 ? [factsRow(facts)] : []),
          ...(url === null ? [] : [linkRow('Open the posting', url)]),
        ],
        text: [
          ...paragraphs,
          ...(facts.length > 0 ? ['', ...facts.map(({ label, value }) => `${label}: ${value}`)] : []),
          ...(url === null ? [] : ['', url]),
        ],
      }
    }
  }
}

interface ShownJob {
  html: string
  text: string[]
}

function shownJob(job: JobLine, first: boolean, ofCampaign: boolean): ShownJob {
  const url = linkable(job.url)
  const title = line(job.title, 200) || 'A job without a title'
  const company = line(job.company, 120)
  const place = line(job.place, 120)
  const lines = [
    [company, place].filter(Boolean).join(' · '),
    line(job.pay, 120),
    line(job.why, 300),
    ofCampaign && job.campaign !== '' ? `Campaign: ${line(job.campaign, 80)}` : '',
  ].filter(Boolean)
  const score = whole(job.score)
  return {
    html: jobRow({ score, title, url, fresh: job.fresh, lines, first }),
    text: [
      `${score}  ${title}${job.fresh ? ' (new)' : ''}`,
      ...lines.map(text => `    ${text}`),
      ...(url === null ? [] : [`    ${url}`]),
      '',
    ],
  }
}

function shownJobs(jobs: readonly JobLine[], ofCampaign: boolean): ShownJob {
  const shown = jobs.map((job, index) => shownJob(job, index === 0, ofCampaign))
  return { html: shown.map(({ html }) => html).join('\n'), text: shown.flatMap(({ text }) => text) }
}

function briefing({ day, jobs, matches: found, interviews, followUps }: BriefingContent): Draft {
  const shown = shownJobs(jobs, new Set(jobs.map(({ campaign }) => campaign)).size > 1)
  const plans = interviews.map(text => line(text, 200))
  const asks =
    followUps > 0
      ? [`${count(followUps, 'application')} to ask about again, under Applications, Follow-ups.`]
      : []
  const more = found > jobs.length ? [`${count(found, 'match is', 'matches are')} new in all.`] : []
  const today = [...plans, ...asks]
  const [best] = jobs
  return {
    above: dayWords(day),
    preheader: best
      ? `${whole(best.score)}: ${line(best.title, 80)} at ${line(best.company, 60)}`
      : today.join(' '),
    rows: [
      ...(jobs.length > 0 ? [headingRow('Worth a look'), shown.html] : []),
      ...more.map(textRow),
      ...(today.length > 0 ? [headingRow('Today'), listRow(today)] : []),
    ],
    text: [
      ...(jobs.length > 0 ? ['Worth a look', '', ...shown.text] : []),
      ...more,
      ...(today.length > 0 ? ['', 'Today', '', ...today.map(text => `- ${text}`)] : []),
    ],
  }
}

function summary(content: SummaryContent): Draft {
  const { runs, failedRuns, best } = content
  const facts = [
    { label: 'New jobs', value: whole(content.found) },
    { label: 'New matches', value: whole(content.matches) },
    { label: 'Jobs moved to another status', value: whole(content.moved) },
    { label: 'Applications sent', value: whole(content.applied) },
    { label: 'Interviews today', value: whole(content.interviews) },
    { label: 'Follow-ups due', value: whole(content.followUps) },
    { label: 'Runs', value: failedRuns > 0 ? `${whole(runs)}, ${whole(failedRuns)} failed` : whole(runs) },
  ]
  const shown = best === null ? null : shownJob(best, true, true)
  return {
    above: dayWords(content.day),
    preheader: facts
      .slice(0, 4)
      .map(({ label, value }) => `${label}: ${value}`)
      .join(', '),
    rows: [factsRow(facts, true), ...(shown ? [headingRow('The best of the day'), shown.html] : [])],
    text: [
      ...facts.map(({ label, value }) => `${label}: ${value}`),
      ...(shown ? ['', 'The best of the day', '', ...shown.text] : []),
    ],
  }
}

function matches({ campaign, count: found, jobs }: MatchContent): Draft {
  const shown = shownJobs(jobs, false)
  const [best] = jobs
  const left = found - jobs.length
  const more =
    left > 0 && jobs.length > 0 ? [`${count(left, 'more match', 'more matches')} in Rolecall.`] : []
  return {
    above: `Campaign ${line(campaign, 80)}`,
    preheader: best ? `${whole(best.score)}: ${line(best.title, 80)} at ${line(best.company, 60)}` : '',
    rows: [shown.html, ...more.map(textRow)],
    text: [...shown.text, ...more],
  }
}
