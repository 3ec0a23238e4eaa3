import { findCampaign } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { SkillGapKind } from '../contract/skill-gap.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { languageKey, spokenKeys } from '../profile/rules/human-languages.ts'
import { readProfile } from '../profile/service.ts'
import { skillKey } from '../ranking/rules/skills.ts'
import type { Asked } from './rules/asked.ts'
import { skillGapOf } from './rules/gap.ts'
import { lastMonths } from './rules/months.ts'
import { createVocabulary, type Vocabulary } from './rules/vocabulary.ts'
import { askedBy, type Choice, chosenJobs, dataVersion, firstIdSince, numberedSkills } from './store.ts'

interface Counted {
  jobs: number
  vocabulary: Vocabulary
  asked: Asked
}

/** What a connection read last: while skills are tried one after the other, only the counting is done anew. */
const lastRead = new WeakMap<Db, { key: string; counted: Counted }>()

/** `languages`: the keys of those that count as skills. */
function countedJobs(db: Db, choice: Choice, kind: SkillGapKind, languages: ReadonlySet<string>): Counted {
  const key = JSON.stringify([dataVersion(db), choice, kind, [...languages].sort()])
  const last = lastRead.get(db)
  if (last?.key === key) return last.counted
  const jobIds = chosenJobs(db, choice)
  // A language that people speak is no technical skill to learn; one that they name counts.
  const skills = numberedSkills(db).filter(({ name }) => {
    const language = languageKey(name)
    return language === null || languages.has(language)
  })
  const vocabulary = createVocabulary(skills, kind)
  const counted = { jobs: jobIds.length, vocabulary, asked: askedBy(db, jobIds, vocabulary) }
  lastRead.set(db, { key, counted })
  return counted
}

function campaignOf(db: Db, campaignId: CampaignId) {
  const campaign = findCampaign(db, campaignId)
  if (!campaign) return refuse('not_found', 'This campaign does not exist any more.')
  return { id: campaign.id, name: campaign.draft.name, threshold: campaign.draft.alert_threshold }
}

export const skillGapQueries = {
  'skillGap.get': ({ db, clock }, { over, campaignId, kind, tried, openFrom, putAway, utcOffset, limit }) => {
    const campaign = over === 'campaign' && campaignId !== null ? campaignOf(db, campaignId) : null
    const profile = readProfile(db)
    const own = profile.skills.map(skill => skill.known_as ?? skill.name)
    const spoken = spokenKeys(profile.languages)
    const named = [...own, ...tried].flatMap(name => languageKey(name) ?? [])
    const counting = new Set([...spoken, ...named])
    const { jobs, vocabulary, asked } = countedJobs(db, { over, campaign, putAway }, kind, counting)
    const gap = skillGapOf({
      asked,
      vocabulary,
      profile: own,
      languages: vocabulary.names.filter(name => spoken.has(languageKey(name) ?? skillKey(name))),
      tried,
      openFrom,
      months: lastMonths(clock.millis(), utcOffset).map(({ month, from }) => ({
        month,
        firstId: firstIdSince(db, from),
      })),
      limit,
    })
    return { ...gap, jobs, campaign: campaign && { name: campaign.name, threshold: campaign.threshold } }
  },
} satisfies Partial<Queries>
