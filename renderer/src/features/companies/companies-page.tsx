import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Ban, Building2, FileUp, SearchX, Star } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { CompanyRow } from '../../../../main/contract/companies.ts'
import type { CompanyId } from '../../../../main/contract/ids.ts'
import { useCommands } from '../../app/commands.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { openImport } from '../imports/import-opener.ts'
import { type CompaniesView, companiesQuery, readCompaniesView } from './companies-view.ts'
import { CompanyFilters } from './company-filters.tsx'
import { CompanyListRow } from './company-list-row.tsx'
import { companyRowName } from './company-words.ts'
import { useCompanyActs } from './use-company-acts.ts'

/** Companies asked at once; the contract allows 200. */
const PAGE = 100
/** Below this width a row takes two lines. */
const TWO_LINES_REM = 40

function useCompanyList(view: CompaniesView) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['companies', 'list', view],
    queryFn: ({ pageParam }) => client.companies.list({ ...view, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.id, row])).values()]
  }, [data])
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return { rows, hasMore: hasNextPage, loadMore, ...query }
}

/** `/companies`: every employer with its jobs, its marks and what is known of it. */
export function CompaniesPage() {
  const [params] = useSearchParams()
  const view = readCompaniesView(params)
  const list = useCompanyList(view)
  const { data: counts } = useQuery(ask('companies', 'counts', {}))
  const navigate = useNavigate()
  const change = (next: CompaniesView) =>
    void navigate({ pathname: '/companies', search: companiesQuery(next) }, { replace: true })
  return (
    <Page
      title="Companies"
      fill
      lead={counts && `${counts.all.toLocaleString('en')} ${counts.all === 1 ? 'company' : 'companies'}`}
    >
      <div className="border-b border-line px-4 py-2 sm:px-6">
        <CompanyFilters view={view} counts={counts} onChange={change} />
      </div>
      {list.error && list.rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={14} label="Loading the companies" />
      ) : list.rows.length === 0 ? (
        <NoCompanies view={view} isEmpty={counts?.all === 0} onChange={change} />
      ) : (
        <List key={companiesQuery(view)} {...list} />
      )}
    </Page>
  )
}

function List({
  rows,
  hasMore,
  loadMore,
}: {
  rows: readonly CompanyRow[]
  hasMore: boolean
  loadMore: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const stacked = useWidthInRem(box) < TWO_LINES_REM
  const [active, setActive] = useState<CompanyId | null>(null)
  const acts = useCompanyActs()
  const navigate = useNavigate()
  const current = rows.find(row => row.id === active) ?? rows[0]
  const group = 'Companies'
  useCommands(
    current
      ? [
          {
            id: 'companies.favourite',
            title: `${current.favourite ? 'No favourite any more' : 'Favourite'}: ${current.name}`,
            group,
            icon: Star,
            shortcut: 'f',
            run: () => acts.toggleFavourite(current),
          },
          {
            id: 'companies.block',
            title: `${current.blocked ? 'Unblock' : 'Block'} ${current.name}`,
            group,
            icon: Ban,
            shortcut: 'b',
            run: () => acts.toggleBlocked(current),
          },
        ]
      : [],
  )
  return (
    <div ref={box} className="@container flex min-h-0 flex-1 flex-col">
      <VirtualList
        label="Companies"
        className="flex-1"
        items={rows}
        keyOf={row => row.id}
        nameOf={companyRowName}
        hasMore={hasMore}
        onLoadMore={loadMore}
        {...(stacked ? { rowRem: 3.5 } : {})}
        onActiveChange={row => setActive(row.id)}
        onRowFocus={row => setActive(row.id)}
        onOpen={row => void navigate(`/companies/${row.id}`)}
        renderRow={(row, state) => (
          <CompanyListRow row={row} tabIndex={state.tabIndex} stacked={stacked} acts={acts} />
        )}
      />
    </div>
  )
}

function NoCompanies({
  view,
  isEmpty,
  onChange,
}: {
  view: CompaniesView
  isEmpty: boolean
  onChange: (view: CompaniesView) => void
}) {
  if (isEmpty)
    return (
      <EmptyState
        icon={Building2}
        title="No companies yet"
        action={
          <Button look="primary" icon={FileUp} onClick={() => openImport()}>
            Import jobs
          </Button>
        }
      >
        Every job brings its company here. Import a file of postings, or let a campaign collect them.
      </EmptyState>
    )
  if (view.text.trim() !== '')
    return (
      <EmptyState
        icon={SearchX}
        title="No company matches"
        action={
          <Button look="primary" onClick={() => onChange({ ...view, text: '' })}>
            Clear the search “{view.text.trim()}”
          </Button>
        }
      >
        No company has these words in its name or in another name.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={view.show === 'blocked' ? Ban : Star}
      title={view.show === 'blocked' ? 'No company is blocked' : 'No favourite company yet'}
      action={
        <Button look="primary" onClick={() => onChange({ ...view, show: 'all' })}>
          Show all companies
        </Button>
      }
    >
      {view.show === 'blocked'
        ? 'Block a company to hide its jobs from lists, search, the dashboard and notifications.'
        : 'The star keeps a company here; favourites are looked up first.'}
    </EmptyState>
  )
}
