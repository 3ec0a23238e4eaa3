import type { CampaignDraft } from '../../../contract/shapes.ts'
import { campaignsIn } from '../campaign-file.ts'
import { createCampaign, findNamed, updateCampaign } from '../campaigns.ts'
import { command } from '../command.ts'
import { readJsonFile } from '../read-file.ts'
import type { Session } from '../session.ts'
import { count } from '../words.ts'

export const campaignImport = command({
  name: 'campaign import',
  usage: 'FILE',
  summary: 'Campaigns and a profile from a JSON file. Campaigns of a known name are changed.',
  options: {},
  words: { least: 1, most: 1, what: 'one file' },
  prepare(_values, [file = '']) {
    // Everything is checked before anything is changed.
    const { drafts, profile } = campaignsIn(readJsonFile(file), file)
    return async session => {
      const { created, updated } = await saveAll(session, drafts)
      if (profile) await session.ask('profile.save', profile)
      return {
        json: { created, updated, profile: profile !== null },
        lines: [
          ...created.map(name => `Made "${name}".`),
          ...updated.map(name => `Changed "${name}".`),
          ...(profile ? ['Saved the profile.'] : []),
          `${count(drafts.length, 'campaign')} in ${file}.`,
        ],
      }
    }
  },
})

/** Makes or changes one campaign after the other; Ctrl+C stops between two. */
async function saveAll(session: Session, drafts: readonly CampaignDraft[]) {
  const created: string[] = []
  const updated: string[] = []
  for (const draft of drafts) {
    if (session.interrupted()) break
    const known = await findNamed(session, draft.name)
    if (known) await updateCampaign(session, known, draft)
    else await createCampaign(session, draft)
    if (known) updated.push(draft.name)
    else created.push(draft.name)
  }
  return { created, updated }
}
