import { findCampaign } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { readProfile } from '../profile/service.ts'
import { skillGapOf } from './rules/gap.ts'
import { lastMonths } from './rules/months.ts'
import { createVocabulary } from './rules/vocabulary.ts'
import { askedBy, chosenJobs, firstIdSince, numberedSkills } from './store.ts'

function campaignOf(db: Db, campaignId: CampaignId) {
  const campaign = findCampaign(db, campaignId)
  if (!campaign) return refuse('not_found', 'This campaign does not exist any more.')
  return { id: campaign.id, name: campaign.draft.name, threshold: campaign.draft.alert_threshold }
}

export const skillGapQueries = {
  'skillGap.get': ({ db, clock }, { over, campaignId, kind, tried, openFrom, putAway, utcOffset, limit }) => {
    const campaign = over === 'campaign' && campaignId !== null ? campaignOf(db, campaignId) : null
    const jobIds = chosenJobs(db, { over, campaign, putAway })
    const vocabulary = createVocabulary(numberedSkills(db), kind)
    const gap = skillGapOf({
      asked: askedBy(db, jobIds, vocabulary),
      vocabulary,
      profile: readProfile(db).skills.map(skill => skill.known_as ?? skill.name),
      tried,
      openFrom,
      months: lastMonths(clock.millis(), utcOffset).map(({ month, from }) => ({
        month,
        firstId: firstIdSince(db, from),
      })),
      limit,
    })
    return {
      ...gap,
      jobs: jobIds.length,
      campaign: campaign && { name: campaign.name, threshold: campaign.threshold },
    }
  },
} satisfies Partial<Queries>
