import { listCampaigns } from '../campaigns/service.ts'
import type { CommandContext } from '../platform/context.ts'
import { ranksOfEarlier } from '../ranking/service.ts'
import type { Engine } from './engine.ts'

/**
 * Lets the active campaigns rank their jobs again whose scores count the age of postings to an earlier day, so that old
 * postings sink while nothing else happens.
 */
export function rankForToday(context: CommandContext, engine: Pick<Engine, 'rankAgain'>): void {
  const today = context.clock.now().slice(0, 10)
  for (const { id, state } of listCampaigns(context.db)) {
    if (state === 'active' && ranksOfEarlier(context.db, id, today))
      context.unit(tx => engine.rankAgain(tx, id))
  }
}
