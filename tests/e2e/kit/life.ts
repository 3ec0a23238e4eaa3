import type { Page } from '@playwright/test'
import type { JobId } from '../../../main/contract/ids.ts'
import type { JobStatus } from '../../../main/contract/values.ts'
import { askCore } from './ask.ts'
import { keepFile, pdfOf, RESUME } from './documents.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** The instant so many days from now, ISO 8601 UTC; negative: ago. */
export const daysFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()

/** Notes with everything that Markdown gives. */
export const MARKDOWN = `# Before the call

Ask about the **on-call week** and *who* reads the alerts, see [their page](https://riverbend.example/jobs).

1. Team of six
2. [ ] Send the example

| question | answer |
| --- | --- |
| Remote | two days a week |

> Their words: “no heroes”.

\`rsync --archive --partial a-very-long-argument-without-any-place-to-break-it=anywhere-in-the-whole-line\`
`

/** What takes the most room in a line. */
export const LONG_TITLE =
  'Principal Software Engineer for Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** How far jobs of a used Rolecall have come; the first jobs of the list take them in turn. */
const STEPS: readonly JobStatus[] = [
  'approved',
  'preparing_to_apply',
  'applied',
  'applied',
  'applied',
  'interview',
  'interview',
  'offer',
  'accepted',
  'rejected',
]

/**
 * A sample in use for months: applications at every step, old and new, with interviews, an offer, people, reminders,
 * notes, saved views and documents; and one job whose names are as long as they come. Answers the jobs by their step.
 */
export async function liveIn(page: Page): Promise<{ jobs: JobId[]; long: JobId }> {
  const added = await askCore(page, 'postings.addText', {
    title: LONG_TITLE,
    company: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz-Prüfgesellschaft mbH & Co. KG',
    location: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales, United Kingdom',
    text: 'Full-time, remote. Salary: £120,000 - £145,000 per year. You bring Python, PostgreSQL and patience.',
    url: 'https://long.example/jobs/1',
    campaignId: null,
  })
  const long = added.jobs[0]?.jobId
  if (long === undefined) throw new Error('The long job was not stored')
  const { rows } = await askCore(page, 'jobs.list', {
    filter: { statuses: ['waiting'], ineligible: true },
    limit: 20,
  })
  const jobs = [long, ...rows.map(({ id }) => id).filter(id => id !== long)]
  for (const [index, status] of STEPS.entries()) {
    const jobId = jobs[index]
    if (jobId !== undefined) await askCore(page, 'applications.setStatus', { jobIds: [jobId], status })
  }
  const [approved, , fresh, stale, answered, interviewed, , offered] = jobs
  if (!approved || !fresh || !stale || !answered || !interviewed || !offered)
    throw new Error('The sample has too few waiting jobs')
  await askCore(page, 'applications.edit', {
    jobId: stale,
    facts: {
      appliedAt: daysFromNow(-23),
      recipient: 'careers@greywater.example',
      sent: ['Résumé March', 'Letter'],
    },
  })
  await askCore(page, 'applications.edit', {
    jobId: answered,
    facts: {
      appliedAt: daysFromNow(-16),
      response: { kind: 'other', at: daysFromNow(-9) },
      nextStep: 'Send the reading list that they asked for',
      nextStepAt: daysFromNow(2),
    },
  })
  await askCore(page, 'applications.edit', {
    jobId: offered,
    facts: {
      offer: {
        amount: 82_500,
        currency: 'GBP',
        period: 'year',
        deadline: daysFromNow(5).slice(0, 10),
        notes: 'Four weeks of notice.',
      },
    },
  })
  for (const [days, kind] of [
    [-6, 'phone'],
    [3, 'panel'],
  ] as const)
    await askCore(page, 'applications.saveInterview', {
      jobId: interviewed,
      interviewId: null,
      interview: {
        kind,
        at: daysFromNow(days),
        place: 'https://meet.example/a-room-with-a-name-that-is-rather-long-for-a-room',
        people: 'Ines Harrow, Bo Lindqvist',
        notes: 'Bring the example of an alert that nobody needed.',
      },
    })
  await askCore(page, 'applications.addEntry', {
    jobId: interviewed,
    entry: { kind: 'call', at: daysFromNow(-1), text: 'They moved the date by a day.' },
  })
  await askCore(page, 'contacts.save', {
    contactId: null,
    jobId: interviewed,
    contact: {
      name: 'Ines Harrow',
      role: 'Platform lead',
      email: 'ines.harrow@riverbend-parks-and-gardens-technology.example',
      phone: '+44 20 7946 0000',
      link: 'https://people.example/ines-harrow',
      notes: 'Answers in the mornings.',
    },
  })
  await askCore(page, 'contacts.save', { contactId: null, contact: { name: LONG_TITLE.slice(0, 150) } })
  for (const [days, text, jobId] of [
    [-2, 'Ask for the date of the decision', interviewed],
    [1, 'Write the cover letter, and mention the flood model that the team published in spring', approved],
    [12, 'Look through the saved views', null],
  ] as const)
    await askCore(page, 'reminders.save', {
      reminderId: null,
      reminder: { jobId, text, dueAt: daysFromNow(days) },
    })
  await askCore(page, 'applications.saveNotes', { jobId: interviewed, notes: MARKDOWN, basedOn: 0 })
  await keepDocuments(page, interviewed)
  for (const [name, shortcut] of [
    ['Remote £80k+', '1'],
    ['Everything in the north with a name that fills the line', null],
  ] as const)
    await askCore(page, 'presets.save', {
      presetId: null,
      preset: { name, shortcut, filter: { remote: ['remote'], salary: { low: 80_000, currency: 'GBP' } } },
    })
  return { jobs, long }
}

/** A résumé (the document 1) that was sent, a letter (2) for the same job, and one whose title fills the line. */
async function keepDocuments(page: Page, jobId: JobId): Promise<void> {
  const resume = await keepFile(page, 'Robin Hale.pdf', await pdfOf(RESUME))
  const letter = await askCore(page, 'letters.save', {
    documentId: null,
    base: null,
    title: 'To Riverbend, about the floods',
    markdown:
      '# Robin Hale\n\nDear Ms Harrow,\n\nI would like to look **after the floods**.\n\n- Python\n- patience\n',
    jobId,
  })
  await askCore(page, 'documents.attach', { jobId, versionId: resume.versionId })
  await askCore(page, 'documents.markSent', { jobId, versionId: resume.versionId })
  await askCore(page, 'documents.attach', { jobId, versionId: letter.versionId })
  await askCore(page, 'documents.addText', {
    title: LONG_TITLE,
    kind: 'resume',
    text: RESUME.join('\n').replaceAll('# ', ''),
  })
}
