import { refuse } from '../../../contract/errors.ts'
import type { CampaignDraftInput } from '../../../contract/shapes.ts'
import { createCampaign, draftOf } from '../campaigns.ts'
import { command, listed, type Values, wholeNumber } from '../command.ts'

const OPTIONS = {
  name: { type: 'string' },
  query: { type: 'string' },
  location: { type: 'string', multiple: true },
  country: { type: 'string' },
  remote: { type: 'string', multiple: true },
  seniority: { type: 'string', multiple: true },
  'employment-type': { type: 'string', multiple: true },
  'company-size': { type: 'string', multiple: true },
  skills: { type: 'string', multiple: true },
  'salary-min': { type: 'string' },
  'salary-max': { type: 'string' },
  currency: { type: 'string' },
  threshold: { type: 'string' },
} as const

/** Which option fills which field of a campaign, so that a fault is named as it was typed. */
const OPTION_OF: Record<string, string> = {
  locations: '--location',
  remote_preference: '--remote',
  employment_types: '--employment-type',
  company_sizes: '--company-size',
  salary_min: '--salary-min',
  salary_max: '--salary-max',
  salary_currency: '--currency',
  alert_threshold: '--threshold',
}
const optionOf = (field: string) => {
  const [name = ''] = field.split('.')
  return OPTION_OF[name] ?? `--${name}`
}

export const campaignAdd = command({
  name: 'campaign add',
  usage:
    '--name NAME [--query WORDS] [--location PLACE]… [--country GB] [--remote remote,hybrid,onsite] ' +
    '[--seniority mid,senior] [--employment-type full-time] [--company-size 11-50] [--skills A,B] [--salary-min N] ' +
    '[--salary-max N] [--currency USD] [--threshold N]',
  summary: 'Makes a campaign and ranks the jobs that are known for it.',
  options: OPTIONS,
  words: { least: 0, most: 0, what: 'options only' },
  prepare(values) {
    const draft = draftOf(inputOf(values), optionOf)
    return async session => {
      const campaignId = await createCampaign(session, draft)
      return {
        json: { id: campaignId, ...draft },
        lines: [`The campaign "${draft.name}" is there. Its jobs: rolecall jobs --campaign "${draft.name}"`],
      }
    }
  },
})

/** The parts that may be wrong are checked by the contract's own schema, hence the loose type. */
function inputOf(values: Values<typeof OPTIONS>): Record<keyof CampaignDraftInput, unknown> | object {
  if (values.name === undefined) refuse('bad_input', '--name: a campaign needs a name.', { field: '--name' })
  const threshold = wholeNumber(values.threshold, '--threshold')
  return {
    name: values.name,
    query: values.query ?? '',
    country: values.country ?? null,
    locations: values.location ?? [],
    remote_preference: listed(values.remote),
    seniority: listed(values.seniority),
    employment_types: listed(values['employment-type']),
    company_sizes: listed(values['company-size']),
    skills: listed(values.skills),
    salary_min: wholeNumber(values['salary-min'], '--salary-min') ?? null,
    salary_max: wholeNumber(values['salary-max'], '--salary-max') ?? null,
    salary_currency: values.currency ?? null,
    ...(threshold === undefined ? {} : { alert_threshold: threshold }),
  }
}
