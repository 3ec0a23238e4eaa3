import { useQuery } from '@tanstack/react-query'
import type { JobFacets } from '../../../../main/contract/job-filter.ts'
import { ask, client } from '../../app/core.ts'
import type { Names } from './filter-words.ts'
import type { JobsView } from './jobs-view.ts'

/** The names behind the ids of a view; what only the facets know is there once they are. */
export function useNames(view: JobsView, facets: JobFacets | undefined): Names {
  const campaigns = useQuery(ask('campaigns', 'list', {}))
  const sources = useQuery({ ...ask('sources', 'list', {}), enabled: view.sourceIds.length > 0 })
  const { companyId } = view
  const company = useQuery({
    queryKey: ['companies', 'get', { companyId, jobs: 0 }],
    queryFn: () => (companyId === null ? null : client.companies.get({ companyId, jobs: 0 })),
    enabled: companyId !== null,
  })
  return {
    campaign: id => campaigns.data?.find(one => one.id === id)?.draft.name,
    source: id =>
      facets?.sources.find(one => one.value === id)?.name ?? sources.data?.find(one => one.id === id)?.label,
    company: id =>
      (id === companyId ? company.data?.name : undefined) ??
      facets?.companies.find(one => one.value === id)?.name,
  }
}
