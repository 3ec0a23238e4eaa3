import type { useNavigate } from 'react-router'
import { ANY_JOB, type JobFilter } from '../../../../main/contract/job-filter.ts'
import type { Suggestion } from '../../../../main/contract/search.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { toast } from '../../ui/toast-store.ts'
import { type JobsView, jobsQuery, PLAIN_VIEW, viewOf } from '../jobs/jobs-view.ts'
import { rememberSearch } from './last-searches.ts'
import { holdsScopes, searchOf } from './search-text.ts'

type Navigate = ReturnType<typeof useNavigate>

/** The view with those parts of a filter that narrow something put over it. */
function narrowed(base: JobsView, filter: JobFilter): JobsView {
  const plain: Readonly<Record<string, unknown>> = ANY_JOB
  const parts = Object.entries(filter).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(plain[name]),
  )
  return viewOf({ ...base, ...Object.fromEntries(parts), text: filter.text.trim() }, base.sort, base.reversed)
}

/**
 * Opens the jobs page with a text; scopes in it become filters beside those of `base`, the view that is open. Resolves
 * once it is on its way.
 */
export async function openText(navigate: Navigate, text: string, base: JobsView = PLAIN_VIEW): Promise<void> {
  rememberSearch(text)
  const to = (view: JobsView) => void navigate({ pathname: '/jobs', search: jobsQuery(view) })
  if (!holdsScopes(text)) return to({ ...base, text: text.trim() })
  try {
    const { filter, ignored } = await client.search.read({ text })
    if (ignored.length > 0) toast(`Nothing is called ${ignored.join(', ')}`)
    to(narrowed(base, filter))
  } catch (error) {
    failureToast(error)
  }
}

/** Opens what a suggestion stands for; `typed` is what it was suggested for. */
export async function openSuggestion(
  navigate: Navigate,
  suggestion: Suggestion,
  typed: string,
  base: JobsView = PLAIN_VIEW,
): Promise<void> {
  switch (suggestion.kind) {
    case 'title':
    case 'skill':
    case 'place':
      return await openText(navigate, searchOf({ kind: suggestion.kind, text: suggestion.text }, typed), base)
    case 'company':
      void navigate({
        pathname: '/jobs',
        search: jobsQuery({ ...base, text: '', companyIds: [suggestion.companyId] }),
      })
      return
    case 'campaign':
      void navigate(`/campaigns/${suggestion.campaignId}`)
      return
    case 'preset':
      return await openPreset(navigate, suggestion.presetId)
  }
}

async function openPreset(navigate: Navigate, presetId: number): Promise<void> {
  try {
    const preset = (await client.presets.list({})).find(one => one.id === presetId)
    if (!preset) toast('This view was removed')
    else
      void navigate({
        pathname: '/jobs',
        search: jobsQuery(viewOf(preset.filter, preset.sort, preset.reversed)),
      })
  } catch (error) {
    failureToast(error)
  }
}
