import { openLineScorer } from '../../../app/line-scorer.ts'
import { refuse } from '../../../contract/errors.ts'
import type { Profile } from '../../../contract/profile.ts'
import type { CampaignDraft } from '../../../contract/shapes.ts'
import { campaignsIn, isRecord, profileOf } from '../campaign-file.ts'
import { draftOf } from '../campaigns.ts'
import { commandAlone } from '../command.ts'
import { readableFile, readJsonFile, readJsonInput } from '../read-file.ts'
import { givenJob } from '../score/given-job.ts'
import { scoreLines } from '../score/score-lines.ts'
import { STANDARD } from '../write-whole.ts'

export const score = commandAlone({
  name: 'score',
  usage: '--job FILE.json --campaign FILE.json [--name NAME] [--profile FILE.json] [--on DAY]',
  summary:
    'Says how one posting scores for a campaign, and why. The posting is as detect takes it, or with its facts as detect answers them; the campaign is one, or one of a list by --name. With a profile also how well it matches. "-" is standard input. Ages count to the day of --on (YYYY-MM-DD), today by itself; exchange rates are those that come with Rolecall. Needs no data folder.',
  options: {
    job: { type: 'string' },
    campaign: { type: 'string' },
    name: { type: 'string' },
    profile: { type: 'string' },
    on: { type: 'string' },
  },
  words: { least: 0, most: 0, what: 'no words' },
  prepare(values) {
    const files = {
      job: values.job || refuse('bad_input', '--job needs a file, or -.', { field: '--job' }),
      campaign:
        values.campaign || refuse('bad_input', '--campaign needs a file, or -.', { field: '--campaign' }),
      profile: values.profile,
    }
    const named = Object.values(files).filter(file => file !== undefined)
    if (named.filter(file => file === STANDARD).length > 1)
      refuse('bad_input', 'Standard input can be only one of the files.')
    for (const file of named) if (file !== STANDARD) readableFile(file)
    const on = dayOf(values.on)
    return async ({ signal, remark }) => {
      const read = async (file: string) => (file === STANDARD ? readJsonInput(signal) : readJsonFile(file))
      const spoken = (file: string) => (file === STANDARD ? 'Standard input' : file)
      const campaigns = await read(files.campaign)
      const { draft, profile: beside } = chosen(campaigns, spoken(files.campaign), values.name)
      const profile = files.profile === undefined ? beside : profileIn(await read(files.profile))
      const posting = await read(files.job)
      const scorer = openLineScorer()
      const { job: withWords, detected, remarks } = givenJob(posting, spoken(files.job), scorer.detect)
      for (const text of remarks) remark(text)
      const { exclude_words, require_words } = draft.rules
      const job = withWords([...exclude_words, ...require_words])
      const explanation = scorer.rank(draft, job, on)
      const match = profile ? scorer.match(profile, job) : null
      const { found_words: _, ...facts } = job
      return {
        json: {
          campaign: draft.name,
          ...explanation,
          match,
          on,
          rates_of: scorer.ratesOf,
          detected,
          job: facts,
          remarks,
        },
        lines: scoreLines({ campaign: draft.name, job, explanation, match }),
      }
    }
  },
})

function dayOf(text: string | undefined): string {
  if (text === undefined) return new Date().toISOString().slice(0, 10)
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : null
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text
  return refuse('bad_input', `--on takes a day as YYYY-MM-DD, not "${text}".`, { field: '--on' })
}

/** A profile by itself, or the one beside campaigns. */
function profileIn(content: unknown): Profile {
  return profileOf(isRecord(content) && isRecord(content.profile) ? content.profile : content)
}

/** The campaign to score for: the only one of the file, or the one of a name. */
function chosen(
  content: unknown,
  file: string,
  name: string | undefined,
): { draft: CampaignDraft; profile: Profile | null } {
  const single = isRecord(content) && content.campaigns === undefined
  const { drafts, profile } = single
    ? { drafts: [draftOf(content, field => (field === '' ? file : `${file}, ${field}`))], profile: null }
    : campaignsIn(content, file)
  const names = drafts.map(draft => `"${draft.name}"`).join(', ')
  const found =
    name === undefined
      ? drafts
      : drafts.filter(draft => draft.name.localeCompare(name, 'en', { sensitivity: 'accent' }) === 0)
  const [draft] = found
  if (drafts.length === 0) refuse('bad_input', `${file} holds no campaign.`, { field: '--campaign' })
  if (!draft)
    refuse('not_found', `${file} holds no campaign "${name}". It holds ${names}.`, { field: '--name' })
  if (found.length > 1)
    refuse('bad_input', `${file} holds several campaigns: choose one with --name. It holds ${names}.`, {
      field: '--name',
    })
  return { draft, profile }
}
